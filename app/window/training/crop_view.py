"""One crop of a photo held back over the steps of a training, with a slider for the step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from app.window.training.course import Course
from app.window.training.film import Film, frames_of
from app.window.widgets.fields import label
from app.window.widgets.theme import Theme
from app.window.widgets.wheel import wheel_by_focus


class CropView(QWidget):
    """Follows the newest step while the slider is at its end."""

    looked_at = Signal(object)
    """The step whose crop is shown, an int; None where there is none or only one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self.film = Film(theme)
        self.scrubber = wheel_by_focus(QSlider(Qt.Orientation.Horizontal))
        self.scrubber.setMaximum(0)  # so that it follows from the first crop on, also of a training of before
        self.scrubber.setAccessibleName(self.tr("Step that is shown"))
        self.step = label("", "quiet")
        self.newest = QPushButton(self.tr("Newest"))
        self.newest.setProperty("kind", "link")
        self._lay_out()
        self.scrubber.valueChanged.connect(lambda _: self._show_crop())
        self.newest.clicked.connect(lambda: self.scrubber.setValue(self.scrubber.maximum()))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self.step, self.scrubber, self.newest):
            line.addWidget(part, 1 if part is self.scrubber else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.film, 1)
        layout.addLayout(line)

    def show_course(self, course: Course) -> None:
        """Take in what a training has told so far."""
        self._course = course
        at_end = self.scrubber.value() == self.scrubber.maximum()
        last = max(0, len(course.crops) - 1)
        if self.scrubber.maximum() != last:
            before = self.scrubber.blockSignals(True)
            self.scrubber.setMaximum(last)
            if at_end:
                self.scrubber.setValue(last)
            self.scrubber.blockSignals(before)
        self.scrubber.setEnabled(last > 0)
        self._show_crop()

    def _show_crop(self) -> None:
        course = self._course
        if course is None or not course.crops:
            self.film.show_frames([])
            self.step.setText("")
            self.newest.hide()
            return
        crop = course.crops[min(self.scrubber.value(), len(course.crops) - 1)]
        self.film.show_frames(frames_of(course, crop))
        self.step.setText(self.tr("Step {}").format(crop.step))
        self.newest.setVisible(self.scrubber.value() < self.scrubber.maximum())
        self.looked_at.emit(crop.step if len(course.crops) > 1 else None)
