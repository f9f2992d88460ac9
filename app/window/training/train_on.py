"""The button that goes on with a training: to where it was to end, or for another length where it has ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.window.training.course import Course
from app.window.training.goal import Length
from app.window.widgets.words import duration
from trainer.run_folder import RunFolder


class TrainOnButton(QPushButton):
    """A plain button before the end, a menu of lengths behind it."""

    wanted = Signal(int)
    """Go on, for so many steps more; 0 means to the end that was ordered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Train on"))
        self._menu = QMenu(self)
        self.clicked.connect(lambda: self.wanted.emit(0))

    def offer(self, course: Course | None) -> None:
        """What can be done with a training now."""
        ended = course is not None and bool(course.reason)
        self.setMenu(self._menu if ended else None)  # type: ignore[arg-type]  # None takes it away
        self.setProperty("kind", "pick" if ended else "")
        self.setToolTip("" if ended else self.tr("Continue to the end that was planned"))
        self.style().unpolish(self)
        self.style().polish(self)
        self._menu.clear()
        for length, name in self._names().items():
            steps = length.steps
            self._menu.addAction(self._line(name, steps, course), lambda steps=steps: self.wanted.emit(steps))

    def offer_run(self, run: Path | None) -> None:
        """The same with a training of before, as its folder tells, or with none."""
        self.offer(Course.so_far(RunFolder(run)) if run else None)

    def _names(self) -> dict[Length, str]:
        return {
            Length.QUICK: self.tr("Quick"),
            Length.BALANCED: self.tr("Balanced"),
            Length.THOROUGH: self.tr("Thorough"),
        }

    def _line(self, name: str, steps: int, course: Course | None) -> str:
        """With the time that it takes, as far as the training has told how quick it is."""
        if course is None or not course.step or not course.seconds:
            return self.tr("{}: {} steps more").format(name, steps)
        time = duration(steps * course.seconds / course.step)
        return self.tr("{}: {} steps more, about {}").format(name, steps, time)
