"""What there is to know of the photo shown, above the choices where a person wants it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.window.widgets.fields import Label, label, rule


class FactsField(QWidget):
    """Lines of a name and what is said of it, to be selected and copied. Hidden without a photo, and at first."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = False
        self._rows: list[tuple[Label, Label]] = []
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("PHOTO"), "head"))
        layout.addLayout(self._lines)
        layout.addSpacing(4)
        layout.addWidget(rule())
        self.show_facts([])

    def toggle(self) -> None:
        """Show them, or hide them again."""
        self._wanted = not self._wanted
        self._dress()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Names and what is said of them; nothing where there is no photo."""
        while len(self._rows) < len(facts):
            self._rows.append(self._row(len(self._rows)))
        for number, row in enumerate(self._rows):
            for part, text in zip(row, facts[number] if number < len(facts) else ("", ""), strict=True):
                part.setText(text)
                part.setVisible(bool(text))
        self._dress()

    def _row(self, number: int) -> tuple[Label, Label]:
        name, said = label("", "quiet", self), label("", "small", self)
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(said, number, 1)
        return name, said

    def _dress(self) -> None:
        self.setVisible(self._wanted and any(said.text() for _, said in self._rows))
