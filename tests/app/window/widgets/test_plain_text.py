"""Names and cards that would be HTML, or would turn a line round: every widget shows them as they stand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.window.export.tickets import Stage
from app.window.inspector.choices import Choices
from app.window.training.findings import Findings
from app.window.widgets.asking import message_box
from app.window.widgets.fields import label, tip
from app.window.widgets.language import localised
from engine.errors import UnreadablePicture
from engine.models import catalog
from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from engine.models.weights import Weights, save_weights
from engine.texts import shown
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise

HOSTILE = "<b>x</b><img src=x> \u202egpj\x1b[31m\n&amp;"
if os.name == "nt":
    pytest.skip("Windows takes no such names", allow_module_level=True)
NOT_UTF8 = os.fsdecode(b"caf\xe9")
HIDDEN = {"\u202e", "\x1b", "\udce9"}


def test_a_label_a_tip_and_a_question_show_what_they_are_given(qtbot: QtBot) -> None:
    made = label(HOSTILE)
    qtbot.addWidget(made)
    box = message_box(None, HOSTILE, HOSTILE)
    qtbot.addWidget(box)
    asked = [each for each in box.findChildren(QLabel) if each.text()]
    assert len(asked) == 2
    for each in (made, *asked):
        assert each.textFormat() == Qt.TextFormat.PlainText
        assert "<b>x</b>" in each.text() and not HIDDEN & {*each.text()}
    assert _seen(tip(HOSTILE)).split() == shown(HOSTILE).replace(r"\n", " ").split()
    assert tip("a <b c.jpg") == "a <b c.jpg", "what Qt takes for plain text stays"


def test_a_sentence_is_safe_in_every_language() -> None:
    sentence = UnreadablePicture("{name} is empty.", name=HOSTILE).sentence
    assert not HIDDEN & {*localised(sentence)} and "\n" not in localised(sentence)
    assert localised(UnreadablePicture(f"a {HOSTILE}").sentence) == shown(f"a {HOSTILE}")


@pytest.fixture
def hostile_model(models: Path) -> str:
    """A model of the person's own whose card and file are called so."""
    dimensions = Dimensions(blocks=1, width=2)
    recipe = HOSTILE.replace("\n", " ")  # whose lines stay
    card = Card(HOSTILE, dimensions, HOSTILE, recipe, HOSTILE, {HOSTILE: 1.0}, HOSTILE, HOSTILE, HOSTILE)
    name = HOSTILE.replace("/", "")
    save_weights(models / f"{name}.safetensors", Weights(card, Generator(dimensions).state_dict()))
    return name


def test_no_widget_of_a_window_takes_names_for_html(
    hostile_model: str, new_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert any(entry.id == hostile_model for entry in catalog.entries())
    window = new_window()
    name = HOSTILE.replace("/", "")
    photo = save_noise(tmp_path / f"{name} folder" / f"{name}.png", 40, 30)
    broken, no_photo = save_noise(photo.with_name(f"{NOT_UTF8}{name}.png"), 40, 30), photo.with_name(f"no {name}.png")
    no_photo.write_bytes(b"no picture")
    window.open([photo, broken, no_photo])
    photos = window.page.list.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 2 and all(map(photos.thumbnail, photos.paths)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    assert "<b>x" in window.page.viewer.notice.text, "of what is no photo"
    broken.write_bytes(b"no picture")
    window.page.inspector.choose_model(hostile_model)
    window.page.inspector.files._set_folder(photo.parent)
    assert checked(window) > 8, "they are there, and seen as they are"
    window.page.queue.add([Choices(model="bicubic").order(path) for path in (photo, broken)])
    window.page.queue.moved.connect(lambda: checked(window))
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)
    assert window.page.queue.ticket(broken).stage is Stage.FAILED
    checked(window)
    window.page.list.remove([window.page.list.photos.path(1)])
    assert "<b>x" in window.page.viewer.notice.text
    window.show_measure()
    checked(window)
    window.show_train()
    window.train.photos.check(photo.parent)
    checked(window)
    qtbot.waitUntil(lambda: not window.train.photos.checker.is_running, timeout=PATIENCE)
    checked(window)
    window.train.show_models()
    checked(window)
    assert checked(new_window()) > 2, "the photos opened last"


def checked(window: QWidget) -> int:
    """How many texts there are of hostile names, after checking that nothing is hidden in any."""
    count = 0
    for text, plain in _texts(window):
        assert plain, text
        assert not HIDDEN & {*text}, text
        assert "\n&" not in text, "a name's own line is escaped too"
        count += "<b>x" in text
    return count


def test_a_finding_is_shown_as_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    from trainer.data.dataset import check_photos

    name = HOSTILE.replace("/", "")
    save_noise(tmp_path / name / f"{name}.png", 200, 200)
    findings = Findings()
    findings.show(check_photos(tmp_path / name, smallest=32))
    for text, plain in _of_model(findings):
        assert plain and not HIDDEN & {*text} and name not in text
    findings.close()


def _texts(window: QWidget) -> Iterator[tuple[str, bool]]:
    """Every text of every widget, and whether it is shown as it is."""
    yield window.windowTitle(), True
    for widget in [window, *window.findChildren(QWidget)]:
        yield from ((text, True) for text in (widget.accessibleName(), widget.accessibleDescription()))
        yield _seen(widget.toolTip()), True
        if isinstance(widget, QLabel):
            yield widget.text(), widget.textFormat() == Qt.TextFormat.PlainText
        elif isinstance(widget, QAbstractButton):
            yield widget.text(), True
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText(), True
        elif isinstance(widget, QAbstractItemView) and widget.model():
            yield from _of_model(widget.model())
    for box in QApplication.topLevelWidgets():
        assert not isinstance(box, QMessageBox)


def _of_model(model: QAbstractItemModel) -> Iterator[tuple[str, bool]]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for role in roles:
            yield _seen(str(model.index(row, 0).data(role) or "")), True


def _seen(text: str) -> str:
    """What a person sees of a text that Qt may take for HTML."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()
