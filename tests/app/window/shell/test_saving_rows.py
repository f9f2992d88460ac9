"""What a row says for each stage of its order."""

from pathlib import Path

import pytest

from app.window.export.tickets import Stage, Ticket
from app.window.inspector.choices import Choices
from app.window.photos.saving_state import NOT_SAVED, SavingState, Tone
from app.window.shell.saving_rows import saving_state

ORDER = Choices().order(Path("a.png"))


@pytest.mark.parametrize(
    ("ticket", "state"),
    [
        (None, NOT_SAVED),
        (Ticket(ORDER), SavingState("Waiting")),
        (Ticket(ORDER, Stage.RUNNING, 0.25), SavingState(share=0.25)),
        (Ticket(ORDER, Stage.SAVED, 1.0), SavingState("Saved", Tone.GOOD)),
        (Ticket(ORDER, Stage.SKIPPED), SavingState("Kept the old file", Tone.WARN)),
        (Ticket(ORDER, Stage.STOPPED), SavingState("Stopped", Tone.WARN)),
        (Ticket(ORDER, Stage.FAILED, sentence="Why."), SavingState("Not saved", Tone.BAD, failure="Why.")),
    ],
)
def test_each_stage_has_its_words(ticket: Ticket | None, state: SavingState) -> None:
    assert saving_state(ticket) == state
