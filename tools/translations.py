"""Renews the translations: ``python -m tools.translations`` writes new texts into them and builds them.

Qt Linguist edits them. What the window says is found by Qt's own tool, what engine and trainer say by ``templates``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from app.window.widgets.language import LANGUAGES, SENTENCES, translations_folder
from tools.templates import ROOT, templates


def update() -> None:
    """Bring the translations up to the source and build them."""
    for code in LANGUAGES:
        if code != "en":
            texts = translations_folder() / f"fourfold_{code}.ts"
            renew(texts)
            subprocess.run([tool("pyside6-lrelease"), "-silent", str(texts)], check=True)


def renew(texts: Path) -> None:
    """Bring a file of translations up to the source: what the window says, and the engine's and trainer's sentences."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "sentences.py"
        quoted = (json.dumps(text, ensure_ascii=False) for text in templates())
        said.write_text("".join(f'translate("{SENTENCES}", {text})\n' for text in quoted), encoding="utf-8")
        sources = [*sorted((ROOT / "app/window").rglob("*.py")), said]
        options = ("-silent", "-no-obsolete", "-locations", "none")
        subprocess.run([tool("pyside6-lupdate"), *map(str, sources), *options, "-ts", str(texts)], check=True)


def tool(name: str) -> str:
    """One of Qt's tools, which lie beside Python."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


if __name__ == "__main__":
    update()
