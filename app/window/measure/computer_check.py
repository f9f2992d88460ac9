"""The computer against itself: whether tiles and rows give the whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.window.inspector.method_choice import MethodChoice
from app.window.measure.task import verify_computer
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.fields import label
from app.window.widgets.language import localised

if TYPE_CHECKING:
    from engine.checks.verification import Check


class ComputerCheck(QWidget):
    """A button, what came of it, and one line for each fact. It is checked by ``method``."""

    def __init__(self, link: EngineLink) -> None:
        super().__init__()
        self._link = link
        self._request: Request[Check, None] | None = None
        self.method = MethodChoice()
        self.start = QPushButton(self.tr("Verify this computer"))
        self.verdict = label("")
        self.facts = label("", "quiet")
        hint = label(
            self.tr("Proves here and now that tiles and rows leave no seam, and that the precision is right."), "quiet"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        for text in (hint, self.verdict, self.facts):
            layout.addWidget(text)
        for text in (self.verdict, self.facts):
            text.setWordWrap(True)
        self.start.clicked.connect(self._on_click)

    @property
    def is_running(self) -> bool:
        """Whether the computer is being checked."""
        return self._request is not None

    def _on_click(self) -> None:
        """The one button begins and ends it."""
        if self._request:
            self._link.cancel(self._request)
        else:
            self.run()

    def run(self) -> None:
        """Check the computer, one line for each fact."""
        self.start.setText(self.tr("Cancel"))
        self.verdict.setText(self.tr("Checking…"))
        self.facts.clear()
        checks: list[Check] = []
        self._request = Request(
            verify_computer(self.method),
            progressed=partial(self._on_check, checks),
            finished=lambda _: self._on_checked(checks),
            failed=lambda sentence, _: self._end(sentence),
            cancelled=lambda: self._end(""),
        )
        self._link.submit(self._request)

    def _on_check(self, checks: list[Check], check: Check) -> None:
        checks.append(check)
        marks = ("✓" if each.passed else "✗" for each in checks)
        lines = (f"{localised(each.name)}. {localised(each.sentence)}" for each in checks)
        self.facts.setText("\n".join(f"{mark}  {line}" for mark, line in zip(marks, lines, strict=True)))

    def _on_checked(self, checks: list[Check]) -> None:
        wrong = sum(not check.passed for check in checks)
        good = self.tr("✓  All {} checks agree: this computer leaves no seam.").format(len(checks))
        bad = self.tr("✗  {} of {} checks do not agree; below it says which.").format(wrong, len(checks))
        self._end(bad if wrong else good)

    def _end(self, sentence: str) -> None:
        self._request = None
        self.verdict.setText(sentence)
        self.start.setText(self.tr("Verify this computer"))
