"""Questions: what the Enter key does, and that all of a question is to be read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from app.window.widgets.asking import ask, message_box
from app.window.widgets.theme import ColourScheme, Theme


def answered(by: Callable[[QMessageBox], object], keep: str = "") -> bool:
    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        by(box)

    QTimer.singleShot(0, reply)
    return ask(None, "beach.jpg is 40 % done.", "It begins anew.", "Stop", keep=keep)


@pytest.mark.parametrize(("keep", "done"), [("", True), ("Keep saving", False)])
def test_enter_never_loses_anything(qapp: QApplication, keep: str, done: bool) -> None:
    assert answered(lambda box: QTest.keyClick(box, Qt.Key.Key_Return), keep) is done
    assert not answered(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), keep)
    assert answered(lambda box: next(each for each in box.buttons() if each.text() == "Stop").click(), keep)


@pytest.mark.parametrize("name", ["beach", "a photo of the holidays " * 4, "b" * 90])
def test_a_question_is_whole(qapp: QApplication, name: str) -> None:
    Theme(qapp, ColourScheme.DARK)
    box = message_box(None, f"{name}.jpg is being saved.", "What was there before stays.")
    box.addButton(QMessageBox.StandardButton.Ok)
    box.show()
    qapp.processEvents()
    for part in box.findChildren(QLabel):
        if part.text():
            assert part.wordWrap() or part.width() >= part.fontMetrics().horizontalAdvance(part.text())
            assert part.height() >= part.heightForWidth(part.width())
    box.close()
    box.deleteLater()
