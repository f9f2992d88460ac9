"""A slider over the steps that something was kept of. It follows the newest one while it stands at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from app.window.widgets.fields import keep_place, label
from app.window.widgets.wheel import wheel_by_focus


class Scrubber(QWidget):
    """The step, the slider, and a way back to the newest."""

    moved = Signal()
    """Another step is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[int] = []
        self.slider = wheel_by_focus(QSlider(Qt.Orientation.Horizontal))
        self.slider.setMaximum(0)  # so that it follows from the first on, also of a training of before
        self.slider.setAccessibleName(self.tr("Step that is shown"))
        self.step = label("", "quiet")
        self.newest = QPushButton(self.tr("Newest"))
        self.newest.setProperty("kind", "link")
        keep_place(self.newest)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.step, self.slider, self.newest):
            line.addWidget(part, 1 if part is self.slider else 0)
        self.slider.valueChanged.connect(self._on_moved)
        self.newest.clicked.connect(lambda: self.slider.setValue(self.slider.maximum()))

    def show_steps(self, steps: Sequence[int]) -> None:
        """Offer these, in order; nothing is told by ``moved``."""
        self._steps = steps
        at_end = self.slider.value() == self.slider.maximum()
        last = max(0, len(steps) - 1)
        before = self.slider.blockSignals(True)
        self.slider.setMaximum(last)
        if at_end:
            self.slider.setValue(last)
        self.slider.blockSignals(before)
        self.slider.setEnabled(last > 0)
        self._say()

    def index(self) -> int | None:
        """Which of the steps is chosen; None where there is none."""
        return min(self.slider.value(), len(self._steps) - 1) if self._steps else None

    def _on_moved(self) -> None:
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        index = self.index()
        self.step.setText("" if index is None else self.tr("Step {}").format(self._steps[index]))
        self.newest.setVisible(self.slider.value() < self.slider.maximum())
