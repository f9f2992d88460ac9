"""The page of help: the few things to know, and all keys and gestures."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from app.window.actions import by_hand, deeds
from app.window.inspector.fields import label
from app.window.language import tr
from app.window.pages import Page


class HelpPage(Page):
    """What to know first, then keys and gestures by what they are for."""

    def __init__(self) -> None:
        super().__init__(tr("Help"))
        for text in self._hints():
            line = label(text)
            line.setWordWrap(True)
            self.column.addWidget(line)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for group, lines in self._groups().items():
            self._add_group(group, lines)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def _hints(self) -> list[str]:
        return [
            self.tr("Drop photos on the window, look, and press Save: the result lies beside the photo."),
            self.tr(
                "Automatic looks at each photo: one that is compressed, noisy or soft is given to the models for real "
                "photos. Any other model is one press away."
            ),
            self.tr(
                "SRResNet is faithful: what it shows, the photo supports. SRGAN adds texture that looks right but is "
                "invented; the slider mixes the two, and the maps show where it invents."
            ),
            self.tr(
                "Zoom in to compare: only what is visible is computed. A dot on a label says that it is still being "
                "refined."
            ),
        ]

    def _groups(self) -> dict[str, list[tuple[str, str]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for deed in deeds():
            if deed.keys:
                groups.setdefault(deed.group, []).append((",  ".join(deed.keys), deed.text))
        groups[self.tr("By hand")] = by_hand()
        return groups

    def _add_group(self, group: str, lines: list[tuple[str, str]]) -> None:
        head = label(group.upper(), "head")
        head.setContentsMargins(0, 12, 0, 2)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)
        for keys, text in lines:
            row = self._grid.rowCount()
            self._grid.addWidget(label(keys), row, 0)
            self._grid.addWidget(label(text), row, 1)
