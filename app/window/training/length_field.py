"""How long to train: three lengths, with the minutes that each takes on this computer, as ten timed steps say."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.window.platform.endings import Ending
from app.window.platform.errand import Errand
from app.window.training import commands, trainings
from app.window.training.goal import Goal, Length, Material
from app.window.widgets.fields import label
from app.window.widgets.language import localised
from app.window.widgets.radios import Radios
from app.window.widgets.words import duration
from engine.errors import CannotSave
from trainer.events import TrainingTimed

_REST = 300
"""Milliseconds after the last change before the computer is timed anew."""


class LengthField(QWidget):
    """One length is chosen; ``minutes`` and ``device`` say what was measured for the goal that is being set."""

    changed = Signal()
    """Another length is chosen."""
    failed = Signal(str)
    """Why the time cannot be measured, in the person's language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[Goal, Material] | None = None
        self.lengths = Radios()
        self.minutes = {length: label("") for length in Length}
        self.device = label("", "quiet")
        self.device.setWordWrap(True)
        self._timing = Errand(TrainingTimed, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self.lengths.changed.connect(self.changed)
        self._timing.answered.connect(self._on_timed)
        self._timing.failed.connect(self._on_not_timed)
        self._rest.timeout.connect(self._time)

    def value(self) -> Length:
        """The length that is chosen."""
        return Length(self.lengths.value())

    def measure(self, goal: Goal, material: Material) -> None:
        """Time a training with this goal, unless another one is asked for at once."""
        self.stop()
        self._wanted = (goal, material)
        for text in self.minutes.values():
            text.setText("…")
        self.device.setText(self.tr("Timing ten steps on this computer…"))
        self._rest.start()

    def stop(self) -> None:
        """Give up measuring."""
        self._rest.stop()
        self._timing.cancel()

    def close_threads(self) -> None:
        """Give up measuring and wait until the child is gone."""
        self._rest.stop()
        self._timing.close()

    def _lay_out(self) -> None:
        texts = {
            Length.QUICK: (self.tr("Quick"), self.tr("Shows whether your photos have something to teach.")),
            Length.BALANCED: (self.tr("Balanced"), self.tr("Most of what can be gained.")),
            Length.THOROUGH: (self.tr("Thorough"), self.tr("The last bit. It stops early where nothing is gained.")),
        }
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(4)
        for number, (length, (title, hint)) in enumerate(texts.items()):
            place = QVBoxLayout()
            self.lengths.add(place, length, title, hint)
            grid.addLayout(place, number, 0)
            grid.addWidget(self.minutes[length], number, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self.minutes[length].setContentsMargins(0, 4, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.device)

    def _time(self) -> None:
        if self._wanted is None:
            return
        goal, material = self._wanted
        try:
            leave_out = trainings.write_leave_out(trainings.root(), material.leave_out)
        except CannotSave as error:
            self._on_not_timed(Ending(localised(error.sentence)))
            return
        self._timing.send(commands.time(goal, material, leave_out))

    def _on_timed(self, timed: TrainingTimed) -> None:
        for length, text in self.minutes.items():
            text.setText(self.tr("about {}").format(_rounded(timed.estimates[length].minutes)))
        device = self.tr("the CPU") if timed.device == "cpu" else timed.device
        self.device.setText(self.tr("Timed here, on {}. It can be paused at any time.").format(device))

    def _on_not_timed(self, ending: Ending) -> None:
        for text in (*self.minutes.values(), self.device):
            text.setText("")
        self.failed.emit(ending.sentence)


def _rounded(minutes: float) -> str:
    """A time as exact as an estimate deserves."""
    return duration(60 * (round(minutes) if minutes >= 2 else minutes))
