"""Every text has its translation, with the same places for what is filled in."""

import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.window.language import LANGUAGES, install, tool, tr

ROOT = Path(__file__).resolve().parents[3]
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


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_missing_from_the_translations(code: str, tmp_path: Path) -> None:
    """What Qt's own tool finds in the source is what the file holds."""
    sources = [str(path) for path in (ROOT / "app" / "window").rglob("*.py")]
    found = tmp_path / "found.ts"
    subprocess.run([tool("pyside6-lupdate"), *sources, "-silent", "-ts", str(found)], check=True, capture_output=True)
    assert _sources(found) == _sources(ROOT / "resources" / "translations" / f"fourfold_{code}.ts")


def _sources(path: Path) -> set[str | None]:
    return {text.findtext("source") for text in ElementTree.parse(path).iter("message")}


def test_the_window_speaks_german(clean: QApplication) -> None:
    assert install(clean, "de") == "de"
    assert tr("Save all") == "Alle speichern"
    assert QCoreApplication.translate("Inspector", "Best quality (8 times as slow)").startswith("Beste")


def test_an_unknown_language_is_english(clean: QApplication) -> None:
    assert install(clean, "xx") == "en"
    assert tr("Save all") == "Save all"
