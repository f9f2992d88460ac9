"""What the list of photos says of the orders in the queue."""

from __future__ import annotations

from app.window.export.tickets import Stage, Ticket
from app.window.photos.saving_state import NOT_SAVED, SavingState, Tone
from app.window.widgets.language import tr


def saving_state(ticket: Ticket | None) -> SavingState:
    """How far an order is, as the row of its photo shows it."""
    match ticket.stage if ticket else None:
        case Stage.WAITING:
            return SavingState(tr("Waiting"))
        case Stage.RUNNING if ticket:
            return SavingState(share=ticket.share)
        case Stage.STOPPING:
            return SavingState(tr("Stopping…"), Tone.WARN)
        case Stage.SAVED:
            return SavingState(tr("Saved"), Tone.GOOD)
        case Stage.SKIPPED:
            return SavingState(tr("Kept the old file"), Tone.WARN)
        case Stage.STOPPED:
            return SavingState(tr("Stopped"), Tone.WARN)
        case Stage.FAILED if ticket:
            return SavingState(tr("Not saved"), Tone.BAD, failure=ticket.sentence)
    return NOT_SAVED
