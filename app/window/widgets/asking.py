"""A question that is answered with one button or not at all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.window.widgets.fields import set_kind
from app.window.widgets.language import tr


def ask(parent: QWidget | None, question: str, consequence: str, action: str) -> bool:
    """Whether a person wants it; ``action`` says on the button what is done then. Escape does nothing."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, QCoreApplication.applicationName(), question, parent=parent)
    box.setInformativeText(consequence)
    wanted = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    set_kind(wanted, "main")
    box.setDefaultButton(wanted)
    box.setEscapeButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is wanted
