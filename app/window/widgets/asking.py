"""A question that is answered with one button or not at all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from app.window.widgets.fields import set_kind
from app.window.widgets.language import tr
from engine.texts import shown_lines


def message_box(parent: QWidget | None, question: str, consequence: str = "") -> QMessageBox:
    """A question without its answers yet; what names are in it stands there as it is."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.applicationName())
    box.setText(shown_lines(question))
    box.setInformativeText(shown_lines(consequence))
    for part in box.findChildren(QLabel):  # Qt has a format for the first alone
        part.setTextFormat(Qt.TextFormat.PlainText)
    return box


def ask(parent: QWidget | None, question: str, consequence: str, action: str) -> bool:
    """Whether a person wants it; ``action`` says on the button what is done then. Escape does nothing."""
    box = message_box(parent, question, consequence)
    wanted = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    set_kind(wanted, "main")
    box.setDefaultButton(wanted)
    box.setEscapeButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is wanted
