"""The page of help: the few things to know, and all keys and gestures."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.window.shell.command import Command, group_title, native_keys
from app.window.widgets.fields import label
from app.window.widgets.language import tr
from app.window.widgets.page import Page

WIDTH = 880


class HelpPage(Page):
    """What to know first, then keys and gestures by what they are for."""

    def __init__(self, commands: list[Command]) -> None:
        super().__init__(tr("Help"), WIDTH)
        for text in self._hints():
            line = label(text)
            line.setWordWrap(True)
            self.column.addWidget(line)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(48)
        columns = _columns()
        for column in columns:
            side_by_side.addLayout(column, 1)
        for group, lines in self._groups(commands).items():
            _add_group(min(columns, key=QGridLayout.rowCount), group, lines)
        for column in columns:
            column.setRowStretch(column.rowCount(), 1)
        self.column.addLayout(side_by_side)
        self.column.addStretch(1)

    def _hints(self) -> list[str]:
        return [
            self.tr("Drop photos on the window, look, and press Save: the result lies beside the photo."),
            self.tr(
                "Automatic looks at each photo: one that is noisy, compressed or soft is given to models that mend "
                "that. Any other choice is one press away."
            ),
            self.tr(
                "Faithful (SRResNet) shows only what the photo supports. Textured (SRGAN) adds texture that looks "
                "right but is invented; the slider mixes the two, and the maps show where it invents."
            ),
            self.tr(
                "Zoom in to compare: only what is visible is computed. A dot on a label says that it is still being "
                "refined."
            ),
        ]

    def _groups(self, commands: list[Command]) -> dict[str, list[tuple[str, str]]]:
        """By their heads, the keys and what they do."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for command in commands:
            if command.keys:
                keys = ",  ".join(native_keys(QKeySequence(each)) for each in command.keys)
                groups.setdefault(group_title(command.group), []).append((keys, command.text))
        groups[self.tr("By hand")] = _gestures()
        return groups


def _gestures() -> list[tuple[str, str]]:
    """What hands do besides: keys or gestures, and what they are for."""
    return [
        (tr("Wheel, pinch"), tr("Zoom at the pointer")),
        (tr("Drag, Shift+arrows"), tr("Move the photo")),
        (tr("Double-click"), tr("Fit, or 1:1 of the result")),
        (tr("Space held"), tr("Flicker to the photo")),
        (tr("Alt or Ctrl+drag"), tr("Move one pane alone, until Fit")),
        (tr("Left, right"), tr("Photo before, after")),
        (tr("Ctrl+arrows"), tr("Move the divider")),
    ]


def _columns() -> list[QGridLayout]:
    """Two, of keys and what they do."""
    columns = [QGridLayout() for _ in range(2)]
    for column in columns:
        column.setHorizontalSpacing(16)
        column.setVerticalSpacing(4)
        column.setColumnStretch(1, 1)
    return columns


def _add_group(column: QGridLayout, group: str, lines: list[tuple[str, str]]) -> None:
    head = label(group.upper(), "head")
    head.setContentsMargins(0, 12, 0, 2)
    column.addWidget(head, column.rowCount(), 0, 1, 2)
    for keys, text in lines:
        row = column.rowCount()
        column.addWidget(label(keys), row, 0)
        column.addWidget(label(text), row, 1)
