"""The language of the window: its texts are English, translations come from ``resources/translations``.

``python -m app.window.language`` writes new texts into the translations and builds them; Qt Linguist edits them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}


def tr(text: str) -> str:
    """A text outside a class, in the person's language."""
    return QCoreApplication.translate("", text)


def install(application: QCoreApplication, code: str = "") -> str:
    """Speak that language, or the system's if ``code`` is empty; return the one taken."""
    wanted = code or QLocale.system().name()[:2]
    taken = wanted if wanted in LANGUAGES else "en"
    QLocale.setDefault(QLocale(code or QLocale.system().name()))
    parts = ((str(_folder()), f"fourfold_{taken}"), (_of_qt(), f"qtbase_{taken}"))
    for folder, name in parts:
        translator = QTranslator(application)
        if taken != "en" and translator.load(name, folder):
            application.installTranslator(translator)
    return taken


def update() -> None:
    """Bring the translations up to the source and build them."""
    sources = sorted(str(path.relative_to(Path.cwd())) for path in Path(__file__).parent.rglob("*.py"))
    for code in LANGUAGES:
        if code != "en":
            texts = str(_folder() / f"fourfold_{code}.ts")
            subprocess.run(
                ["pyside6-lupdate", *sources, "-no-obsolete", "-locations", "none", "-ts", texts], check=True
            )
            subprocess.run([tool("pyside6-lrelease"), "-silent", texts], check=True)


def tool(name: str) -> str:
    """One of Qt's tools, which lie beside Python."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def _folder() -> Path:
    return Path(str(files("resources") / "translations"))


def _of_qt() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


if __name__ == "__main__":
    update()
