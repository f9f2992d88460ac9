"""One crop of a photo held back over the steps of a training, with a slider for the step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.training.course import Course
from app.window.training.film import Film, frames_of
from app.window.training.scrubber import Scrubber
from app.window.widgets.theme import Theme


class CropView(QWidget):
    """Follows the newest step while the slider is at its end."""

    looked_at = Signal(object)
    """The step whose crop is shown, an int; None where there is none or only one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self.film = Film(theme)
        self.scrubber = Scrubber()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.film, 1)
        layout.addWidget(self.scrubber)
        self.scrubber.moved.connect(self._show_crop)

    def show_course(self, course: Course) -> None:
        """Take in what a training has told so far."""
        self._course = course
        self.scrubber.show_steps([crop.step for crop in course.crops])
        self._show_crop()

    def _show_crop(self) -> None:
        course, index = self._course, self.scrubber.index()
        if course is None or index is None:
            self.film.show_frames([])
            return
        crop = course.crops[index]
        self.film.show_frames(frames_of(course, crop))
        self.looked_at.emit(crop.step if len(course.crops) > 1 else None)
