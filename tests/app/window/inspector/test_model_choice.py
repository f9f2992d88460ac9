"""A method and what the photos are like give a model, and the parts of the choices go back one by one."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.window.inspector.choices import Choices, Part
from app.window.inspector.method_choice import MethodChoice
from app.window.inspector.model_choice import PhotoKind, chosen_by, model_for
from app.window.inspector.models import ModelField
from app.window.widgets.titles import model_title
from engine.jobs.method import Method
from engine.models import catalog
from engine.models.catalog import AUTO, AUTO_FAITHFUL, AUTO_TEXTURED, BICUBIC, NEAREST
from tests.app.window.inspector.test_choices import EVERYTHING

OWN = "Houses & <b>trees"
AUTOMATIC, CLEAN, DAMAGED = PhotoKind


@pytest.mark.parametrize(
    ("method", "kind", "model"),
    [
        (AUTO, AUTOMATIC, "auto"),
        (AUTO, CLEAN, "srgan"),
        (AUTO, DAMAGED, "srgan-photo"),
        (AUTO_TEXTURED, AUTOMATIC, "auto-textured"),
        (AUTO_TEXTURED, CLEAN, "srgan"),
        (AUTO_TEXTURED, DAMAGED, "srgan-photo"),
        (AUTO_FAITHFUL, AUTOMATIC, "auto-faithful"),
        (AUTO_FAITHFUL, CLEAN, "srresnet"),
        (AUTO_FAITHFUL, DAMAGED, "srresnet-photo"),
        (BICUBIC, DAMAGED, "bicubic"),
        (NEAREST, CLEAN, "nearest"),
        ("My houses", DAMAGED, "My houses"),
        ("srresnet", DAMAGED, "srresnet"),
    ],
)
def test_a_method_and_a_kind_of_photo_give_a_model(method: str, kind: PhotoKind, model: str) -> None:
    assert model_for(method, kind) == model


def test_what_was_left_open_is_decided_by_the_photo() -> None:
    assert Choices(AUTO_FAITHFUL).decided("srgan-photo").model == "srresnet-photo"
    assert Choices(AUTO_TEXTURED, kind=CLEAN).decided("srgan-photo").model == "srgan", "unless a person says it"
    assert Choices(AUTO_FAITHFUL, kind=DAMAGED).order(Path("a.png")).method == Method("srresnet-photo")
    assert Choices(AUTO_FAITHFUL).order(Path("a.png")).method.is_open


def test_the_ids_of_the_command_line_are_shown_as_a_method_and_a_kind() -> None:
    models = [name for name, *_ in catalog.SHIPPED]
    assert [model_for(*chosen_by(model)) for model in models] == models
    assert chosen_by("srresnet-photo") == (AUTO_FAITHFUL, DAMAGED)
    assert chosen_by("bicubic") == ("bicubic", None)


def test_each_part_goes_back_alone() -> None:
    chosen = replace(EVERYTHING, kind=DAMAGED)
    first, every = Choices(), set(Part)
    assert all(chosen.reset(part) != chosen for part in every)
    assert chosen.reset(Part.SIZE) == replace(chosen, size=first.size)
    texture_alone = replace(chosen, method=MethodChoice(0.4))
    assert chosen.reset(Part.COMPUTING) == texture_alone
    assert chosen.reset(Part.MODEL) == replace(
        chosen, model=AUTO, kind=AUTOMATIC, method=replace(chosen.method, texture=None)
    )
    for part in every:
        chosen = chosen.reset(part)
    assert chosen == first, "all parts are all choices"


@pytest.fixture
def field(models: Path, qtbot: QtBot) -> ModelField:
    """With one model of the person's own, and one of another program."""
    (models / "srgan.safetensors").rename(models / f"{OWN}.safetensors")
    (models / "sharp.pth").write_bytes(b"")
    made = ModelField()
    qtbot.addWidget(made)
    return made


def test_a_persons_own_models_are_told_apart_below_more(field: ModelField) -> None:
    actions = {action.data(): action for action in field.methods.more.menu().actions() if action.data()}
    assert list(actions) == ["sharp", OWN, NEAREST]
    own, foreign = actions[OWN], actions["sharp"]
    assert own.text() == "srgan (Houses && <b>trees)\tYour own training  ·  4×"
    assert foreign.text() == "sharp\tAdded by you"
    lines = own.toolTip().split("<br>")
    assert "<b>" not in own.toolTip() and unescape(lines[0]) == model_title(OWN)
    assert lines[-1].endswith(".safetensors") and "sharp.pth" in foreign.toolTip()


def test_a_model_below_more_is_chosen_kept_and_given_up_with_its_file(field: ModelField, models: Path) -> None:
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.model()))
    next(action for action in field.methods.more.menu().actions() if action.data() == "sharp").trigger()
    assert told == ["sharp"] and field.methods.radios["more"].isChecked()
    assert not field.texture.isEnabled() and field.methods.more.text() == "sharp"
    field.reload()
    assert field.model() == "sharp"
    field.methods.radios[BICUBIC].click()
    field.methods.radios["more"].click()
    assert told == ["sharp", BICUBIC, "sharp"], "the button remembers it"
    (models / "sharp.pth").unlink()
    field.reload()
    assert field.model() == AUTO and field.methods.more.text() == "Nearest"


def test_an_id_chooses_a_method_and_the_kind_it_is_for(field: ModelField, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("srresnet", "srgan", "srresnet-photo", "srgan-photo")
    there = [catalog.Entry(name, name, catalog.Origin.SHIPPED) for name in names]
    monkeypatch.setattr(catalog, "entries", lambda: there)
    field.reload()
    field.choose("srresnet-photo")
    assert (field.model(), field.kind()) == (AUTO_FAITHFUL, DAMAGED)
    field.choose(BICUBIC)
    assert (field.model(), field.kind()) == (BICUBIC, DAMAGED), "what fits any photo leaves the kind alone"
    monkeypatch.setattr(catalog, "entries", lambda: there[:2])
    field.reload()
    assert field.kind() == AUTOMATIC and not field.kinds.kinds.model().item(2).isEnabled()


def test_the_texture_is_of_the_pair_in_force(field: ModelField, monkeypatch: pytest.MonkeyPatch) -> None:
    there = [catalog.Entry(name, name, catalog.Origin.SHIPPED) for name in (*catalog.CLEAN, *catalog.PHOTO)]
    monkeypatch.setattr(catalog, "entries", lambda: there)
    field.reload()
    assert field.texture.value() == 85
    field.choose(AUTO_TEXTURED, DAMAGED)
    assert (field.texture.value(), field.share) == (65, None)
    field.choose(AUTO_FAITHFUL)
    assert not field.texture.isEnabled()
