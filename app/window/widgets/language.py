"""The language of the window: its texts are English, translations come from ``resources/translations``."""

from __future__ import annotations

import string
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.sentences import Sentence
from engine.texts import shown

SENTENCES = "Sentence"
"""The context of the translations of what the engine and the trainer say."""
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}


def tr(text: str) -> str:
    """A text outside a class, in the person's language."""
    return QCoreApplication.translate("", text)


def localised(text: str) -> str:
    """What the engine or the trainer says, in the person's language; any other text as it is."""
    if not isinstance(text, Sentence):
        return text
    template = QCoreApplication.translate(SENTENCES, text.template)
    return shown(_Filling().vformat(template, (), text.values) if text.values else template)


class _Filling(string.Formatter):
    """Fills values in as the person says them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, float):
            return format(value, format_spec).replace("%", " %").replace(".", QLocale().decimalPoint())
        return format(localised(value) if isinstance(value, Sentence) else value, format_spec)


def install(application: QCoreApplication, code: str = "") -> str:
    """Speak that language, or the system's if ``code`` is empty; return the one taken."""
    wanted = code or QLocale.system().name()[:2]
    taken = wanted if wanted in LANGUAGES else "en"
    QLocale.setDefault(QLocale(code or QLocale.system().name()))
    parts = ((str(translations_folder()), f"fourfold_{taken}"), (_of_qt(), f"qtbase_{taken}"))
    for folder, name in parts:
        translator = QTranslator(application)
        if taken != "en" and translator.load(name, folder):
            application.installTranslator(translator)
    return taken


def translations_folder() -> Path:
    """Where the translations lie."""
    return Path(str(files("resources") / "translations"))


def _of_qt() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
