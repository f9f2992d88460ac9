"""What to press to measure, and in the same place while it is measured how far that is and what ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedLayout, QWidget

from app.window.measure.task import Measuring
from app.window.widgets.fields import label
from app.window.widgets.titles import model_title


class MeasureBar(QWidget):
    """Always of one height, so that nothing below moves.

    Signals: ``cancelled()``, when a person has had enough.
    """

    cancelled = Signal()

    def __init__(self, buttons: list[QPushButton]) -> None:
        super().__init__()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Measuring"))
        self.says = label("", "quiet")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        self._idle, self._busy = QWidget(), QWidget()
        self._stack = QStackedLayout(self)
        for page, parts in ((self._idle, buttons), (self._busy, [self.says, self.progress, self.cancel])):
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            for part in parts:
                row.addWidget(part, 1 if part is self.progress else 0)
            if page is self._idle:
                row.addStretch(1)
            self._stack.addWidget(page)

    @property
    def is_busy(self) -> bool:
        """Whether it shows how far the measuring is."""
        return self._stack.currentWidget() is self._busy

    def begin(self) -> None:
        """It is being measured, and nothing is known yet."""
        self.says.setText(self.tr("Getting ready…"))
        self.progress.setRange(0, 0)
        self._stack.setCurrentWidget(self._busy)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, at: Measuring) -> None:
        """Which model is at work, and how many have been."""
        self.says.setText(self.tr("{}, {} of {}").format(model_title(at.model), at.done + 1, at.count))
        self.progress.setRange(0, at.count)
        self.progress.setValue(at.done)

    def end(self) -> None:
        """Nothing is measured any more."""
        self._stack.setCurrentWidget(self._idle)
