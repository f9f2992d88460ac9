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


def ask(parent: QWidget | None, question: str, consequence: str, action: str, *, keep: str = "") -> bool:
    """Whether a person wants it; ``action`` says on the button what is done then. Escape does nothing.

    Where something would be lost, ``keep`` is a word for doing nothing, which is then what the Enter key does.
    """
    box = message_box(parent, question, consequence)
    wanted = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    nothing = box.addButton(keep or tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    usual = nothing if keep else wanted
    set_kind(usual, "main")
    box.setDefaultButton(usual)
    box.setEscapeButton(nothing)
    box.exec()
    return box.clickedButton() is wanted
