"""The dialogs that choose photos. They list what Fourfold reads; a person can have all files listed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.window.widgets.language import tr
from engine.files.batch import SUFFIXES

SHORT = QFileDialog.Option.HideNameFilterDetails
"""Twenty suffixes behind the word say nothing to a person."""


def choose_photos(parent: QWidget, folder: Path) -> list[Path]:
    """Photos, from that folder on; none where a person thinks better of it."""
    title = tr("Open photos")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), photo_filter(), "", SHORT)
    return [Path(name) for name in chosen]


def choose_photo(parent: QWidget, title: str, folder: Path) -> Path | None:
    """One photo."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), photo_filter(), "", SHORT)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, folder: Path) -> Path | None:
    """A folder of photos."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Open a folder of photos"), str(folder))
    return Path(chosen) if chosen else None


def photo_filter() -> str:
    """What a dialog lists, in Qt's form; suffixes in any case."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    photos, everything = tr("Photos"), tr("All files")
    return f"{photos} ({patterns});;{everything} (*)"
