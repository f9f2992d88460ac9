"""Asking before work is lost: what is done of a photo that is given up has to be done again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.window.export.queue import ExportQueue
from app.window.widgets.asking import ask
from app.window.widgets.language import tr
from app.window.widgets.words import percent
from engine.texts import shown

WORTH_ASKING = 30.0
"""Seconds of work; to lose less is sooner done again than asked about."""
TELLABLE = 0.01
"""Of a photo; less would read as nothing."""


def may_stop(queue: ExportQueue, parent: QWidget) -> bool:
    """Whether saving may be stopped: at once, as it can be taken back, unless much of a photo is done already."""
    current = queue.current
    if current is None or current.share < TELLABLE or queue.pace.photo_seconds < WORTH_ASKING:
        return True
    question = tr("{} is {} done.").format(shown(current.order.photo.name), percent(current.share))
    consequence = tr("After a stop it begins anew when you continue. A pause keeps what is done.")
    return ask(parent, question, consequence, tr("Stop"), keep=tr("Keep saving"))


def may_remove(photo: Path, parent: QWidget) -> bool:
    """Whether a photo that is being saved may go from the list."""
    question = tr("{} is being saved.").format(shown(photo.name))
    consequence = tr("If it is removed from the list, it is not saved. What was there before stays.")
    return ask(parent, question, consequence, tr("Remove"), keep=tr("Keep saving"))


def may_close(queue: ExportQueue, window: QWidget) -> bool:
    """Whether the window may be closed, whose queue then ends: it is offered again at the next start."""
    question, consequence = tr("Photos are being saved."), tr("They can continue at the next start.")
    return not queue.is_open or ask(window, question, consequence, tr("Stop and close"), keep=tr("Keep saving"))
