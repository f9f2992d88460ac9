"""Asking what to do about results that are there already."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from app.window.widgets.asking import message_box
from app.window.widgets.language import tr
from engine.files.naming import IfExists


def ask_about_existing(count: int, parent: QWidget) -> IfExists | None:
    """What a person wants done about that many files; None for nothing at all."""
    box = message_box(parent, tr("{} of the results exist already.").format(count))
    both = box.addButton(tr("Keep both"), QMessageBox.ButtonRole.AcceptRole)
    new = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    old = box.addButton(tr("Keep the old"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    policies = ((both, IfExists.RENAME), (new, IfExists.OVERWRITE), (old, IfExists.SKIP))
    return next((policy for button, policy in policies if button is box.clickedButton()), None)
