"""Every text has its translation, with the same places for what is filled in."""

import ast
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QStyle, QStyleOptionComboBox, QToolButton
from pytestqt.qtbot import QtBot

from app.window.inspector.choices import Choices
from app.window.inspector.panel import Inspector
from app.window.inspector.preferences import Preferences
from app.window.platform.child import Child
from app.window.shell.actions import commands
from app.window.shell.buttons import PAGES
from app.window.shell.help import HelpPage
from app.window.training.curves import CurvePlot
from app.window.widgets.fields import Fold
from app.window.widgets.language import LANGUAGES, install, localised, tr
from app.window.widgets.theme import ColourScheme, Theme
from app.window.widgets.tokens import INSPECTOR_WIDTH
from engine.errors import CannotSave
from engine.files.reading import open_photo
from engine.jobs.assessment import damage_of
from engine.sentences import Sentence
from tests.app.window.conftest import PATIENCE, MakeWindow
from tests.conftest import ROOT
from tools.templates import fields, sayings
from tools.translations import renew
from trainer.event_lines import from_line, to_line
from trainer.events import WorkFailed

SCROLL_BAR = 10
OTHERS = [code for code in LANGUAGES if code != "en"]


@pytest.fixture
def clean(qapp: QApplication) -> Iterator[QApplication]:
    """An application that speaks English again afterwards."""
    locale = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_left_untranslated(code: str) -> None:
    tree = ElementTree.parse(ROOT / "resources" / "translations" / f"fourfold_{code}.ts")
    pairs = [(text.findtext("source"), text.findtext("translation")) for text in tree.iter("message")]
    assert len(pairs) > 200
    assert [source for source, translation in pairs if not translation] == []
    assert [source for source, translation in pairs if source.count("{}") != translation.count("{}")] == []
    assert [source for source, translation in pairs if fields(source) != fields(translation)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_missing_from_the_translations(code: str, tmp_path: Path) -> None:
    """What is found in the source is what the file holds."""
    found = tmp_path / "found.ts"
    renew(found)
    assert _sources(found) == _sources(ROOT / "resources" / "translations" / f"fourfold_{code}.ts")


def test_no_text_hides_where_it_is_not_found() -> None:
    """Qt's tool does not look into what is filled into an f-string."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sorted((ROOT / "app" / "window").rglob("*.py"))
        for filled in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(filled, ast.FormattedValue)
        for call in ast.walk(filled)
        if isinstance(call, ast.Call) and (_name(call.func) == "tr")
    ]
    assert hidden == []


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_sentence_can_be_translated() -> None:
    """What the engine and the trainer say is a plain template with its values, not a text put together before."""
    found = list(sayings())
    assert len(found) > 150
    assert [saying.place for saying in found if saying.template is None] == []
    named = [(saying.place, {name for name, _ in fields(saying.template or "")}, saying.values) for saying in found]
    assert [place for place, wanted, given in named if wanted != given] == []


def _sources(path: Path) -> set[str | None]:
    return {text.findtext("source") for text in ElementTree.parse(path).iter("message")}


def test_the_window_speaks_german(clean: QApplication) -> None:
    assert install(clean, "de") == "de"
    assert tr("Save all that remain") == "Alle übrigen speichern"
    assert QCoreApplication.translate("ComputingField", "Best quality (8 times as slow)").startswith("Beste")


def test_keys_are_those_of_a_german_keyboard(clean: QApplication) -> None:
    install(clean, "de")
    page = HelpPage(commands(MagicMock(), MagicMock()))
    keys = [label.text() for label in page.findChildren(QLabel)]
    assert "Strg+O" in keys and not any("Ctrl" in text or "Shift" in text for text in keys)


def test_what_the_engine_says_is_said_in_german(clean: QApplication) -> None:
    install(clean, "de")
    needed = Sentence("{size:.1f} GB", size=2.5)
    error = CannotSave(
        "The disk is too full for {name}: it needs about {needed}, {free} are free.",
        name="{a}.png",
        needed=needed,
        free=Sentence("{size:.1f} MB", size=0.5),
    )
    german = "Der Datenträger ist zu voll für {a}.png: Nötig sind etwa 2,5 GB, frei sind 0,5 MB."
    assert localised(error.sentence) == german
    heard = from_line(to_line(WorkFailed(error.sentence)))
    assert isinstance(heard, WorkFailed) and localised(heard.text) == german
    assert str(error).startswith("The disk is too full")
    assert localised("What the window says itself.") == "What the window says itself."


def test_a_broken_photo_and_a_failed_training_are_told_in_german(
    clean: QApplication, new_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """All the way: from the thread that decodes, from the engine's thread, and from a child."""
    install(clean, "de")
    window = new_window()
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture")
    window.open([broken])
    notice, said = window.page.viewer.notice, "broken.jpg ist kein Bild, das Fourfold lesen kann."
    qtbot.waitUntil(lambda: notice.text == said, timeout=PATIENCE)
    window.page.queue.add([Choices(model="bicubic").order(broken)])
    qtbot.waitUntil(lambda: not window.page.queue.is_open, timeout=PATIENCE)
    assert window.page.queue.ticket(broken).sentence == said
    window.page.list.photos.add([broken])
    tip = window.page.list.photos.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == said
    child = Child(["train", "--json", "--resume", str(tmp_path)])
    with qtbot.waitSignal(child.ended, timeout=PATIENCE) as heard:
        child.start()
    assert heard.args[0].sentence.startswith(f"{tmp_path} enthält kein Training, das sich fortsetzen lässt: ")


def test_figures_beside_a_curve_are_written_in_german(clean: QApplication) -> None:
    install(clean, "de")
    axis = CurvePlot(Theme(clean, ColourScheme.LIGHT), "PSNR").plot.getAxis("left")
    assert axis.tickStrings([26.31, 26.5], 1, 0.01) == ["26,31", "26,50"]


def test_an_unknown_language_is_english(clean: QApplication) -> None:
    assert install(clean, "xx") == "en"
    assert tr("Save all") == "Save all"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_inspector_is_wide_enough_for_every_language(clean: QApplication, code: str) -> None:
    """A text that is too long would push what stands at the right out of the panel."""
    install(clean, code)
    Theme(clean, ColourScheme.LIGHT)
    inspector = Inspector()
    for fold in inspector.findChildren(Fold):
        fold.open(True)
    inspector.show()
    clean.processEvents()
    inside = inspector.findChild(QScrollArea).widget()
    assert inside.minimumSizeHint().width() <= INSPECTOR_WIDTH - SCROLL_BAR
    assert [text for combo in inspector.findChildren(QComboBox) for text in _cut_off(combo)] == []
    inspector.deleteLater()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_one_needs_for_saving_shows_without_scrolling(clean: QApplication, code: str) -> None:
    """In a window of 1280 x 800, with all models that ship."""
    install(clean, code)
    Theme(clean, ColourScheme.LIGHT)
    inspector = Inspector()
    inspector.resize(INSPECTOR_WIDTH, 724)
    sample = open_photo(ROOT / "resources" / "samples" / "leaves.jpg")
    inspector.show_photo(sample.path, sample.header, sample.format, "srgan", damage_of(sample))
    inspector.show()
    clean.processEvents()
    area = inspector.findChild(QScrollArea)
    assert inspector.files.preview.text() == "leaves_srgan_4x.jpg"
    assert area.widget().sizeHint().height() <= area.viewport().height()
    inspector.deleteLater()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_buttons_of_saving_are_whole_and_stay_where_they_are(clean: QApplication, code: str) -> None:
    """With 999 photos, of which any number is selected and any number remains."""
    install(clean, code)
    Theme(clean, ColourScheme.LIGHT)
    inspector = Inspector()
    inspector.resize(INSPECTOR_WIDTH, 724)
    inspector.show()
    buttons = (inspector.save, inspector.save_all, inspector.more_ways)
    places = set()
    for selected, remaining in ((1, 999), (1, 998), (1, 0), (2, 998), (99, 998), (999, 998)):
        inspector.show_offer(selected, remaining, 999)
        clean.processEvents()
        places.add(tuple(button.geometry().getRect() for button in buttons))
        for button in buttons[:2]:
            assert button.width() >= button.minimumSizeHint().width()
        assert buttons[0].geometry().right() < buttons[1].x() and buttons[1].geometry().right() < buttons[2].x()
    assert len(places) == 1
    inspector.deleteLater()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pages_are_named_whole_in_the_narrowest_window(
    code: str, clean: QApplication, new_window: MakeWindow, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.language = code
    preferences.sync()
    window = new_window()
    assert window.minimumWidth() <= 1024, "it fits on a small screen"
    window.resize(window.minimumSize())
    for name in PAGES:
        window.actions_[name].trigger()
        clean.processEvents()
        tabs = [button for button in window.top.findChildren(QToolButton) if button.property("kind") == "tab"]
        assert len(tabs) == len(PAGES)
        assert [tab.text() for tab in tabs if tab.width() < tab.minimumSizeHint().width()] == []


def _cut_off(combo: QComboBox) -> list[str]:
    """The choices that do not show whole once they are chosen."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    texts = [combo.itemText(index) for index in range(combo.count())]
    return [text for text in texts if combo.fontMetrics().horizontalAdvance(text) > room]
