"""Whether a photo is saved, or about to be, by the choices of this moment."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.window.export.tickets import Stage, Ticket
from app.window.inspector.choices import Choices, SizeChoice
from engine.files.formats import Format
from engine.files.naming import IfExists

CHOICES = Choices()
SAVED = Ticket(CHOICES.order(Path("a.png")).with_model("srgan-photo"), Stage.SAVED)


@pytest.mark.parametrize("stage", Stage)
def test_only_what_comes_without_anybodys_doing_counts(stage: Stage) -> None:
    comes = stage in (Stage.WAITING, Stage.RUNNING, Stage.SAVED, Stage.SKIPPED)
    assert replace(SAVED, stage=stage).answers(CHOICES.order(Path())) is comes


@pytest.mark.parametrize(
    ("choices", "same"),
    [
        (CHOICES, True),
        (replace(CHOICES, if_exists=IfExists.SKIP), True),
        (replace(CHOICES, model="srgan-photo"), True),
        (replace(CHOICES, model="srresnet"), False),
        (replace(CHOICES, size=SizeChoice(value=2)), False),
        (replace(CHOICES, quality=80), False),
        (replace(CHOICES, format=Format.TIFF), False),
        (replace(CHOICES, template="{name}"), False),
        (replace(CHOICES, folder=Path("/elsewhere")), False),
    ],
)
def test_other_choices_ask_for_another_result(choices: Choices, same: bool) -> None:
    assert SAVED.answers(choices.order(Path())) is same


def test_a_file_that_a_person_named_counts_under_its_own_name() -> None:
    naming = replace(SAVED.order.naming, file=Path("/elsewhere/hero.jpg"))
    named = replace(SAVED, order=replace(SAVED.order, naming=naming, format=Format.JPEG))
    assert named.answers(CHOICES.order(Path()))
    assert not named.answers(replace(CHOICES, quality=80).order(Path()))
