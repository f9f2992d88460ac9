"""Save as: where one result goes and as what, by the platform's own dialog, which asks before a file is replaced."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.window.widgets.language import tr
from engine.files.formats import Format
from engine.files.naming import IfExists


@dataclass(frozen=True)
class Place:
    """``target`` with the suffix of ``format``. ``if_exists`` is OVERWRITE only for a file that a person gave up."""

    target: Path
    format: Format
    if_exists: IfExists


def ask_where(proposed: Path, format: Format, parent: QWidget) -> Place | None:
    """The place that a person chooses for a result that would be ``proposed``; None for nothing at all."""
    filters = {_filter(each): each for each in Format if each.writable}
    dialog = QFileDialog(parent, tr("Save as"), str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.selectNameFilter(_filter(format))
    dialog.selectFile(proposed.name)

    def follow(name_filter: str) -> None:
        suffix = filters[name_filter].suffix
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(Path(dialog.selectedFiles()[0]).with_suffix(suffix).name)

    dialog.filterSelected.connect(follow)
    dialog.setDefaultSuffix(format.suffix)
    if not dialog.exec():
        return None
    return place(Path(dialog.selectedFiles()[0]), filters[dialog.selectedNameFilter()], format)


def place(chosen: Path, chosen_format: Format, proposed: Format) -> Place:
    """What a name and a format come to that were chosen apart, where ``proposed`` was the format to begin with.

    The name's suffix says the format, unless the format alone was changed. A name of another format than those that
    are written gets the suffix of the chosen one.
    """
    named = Format.of_suffix(chosen.suffix)
    if named is None or not named.writable:
        target, format = chosen.with_name(chosen.name + chosen_format.suffix), chosen_format
    elif named is proposed is not chosen_format:
        target, format = chosen.with_suffix(chosen_format.suffix), chosen_format
    else:
        target, format = chosen, named
    replaced = target == chosen and os.path.lexists(target)  # the dialog has asked about that name, and no other
    return Place(target, format, IfExists.OVERWRITE if replaced else IfExists.RENAME)


def _filter(format: Format) -> str:
    return f"{format.label} ({' '.join(f'*{suffix}' for suffix in format.suffixes)})"
