"""What a training was shown: crops as they came to the network, damaged and small, beside what was to come of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.training.course import Course, Sheet
from app.window.training.film import paint_plate
from app.window.training.scrubber import Scrubber
from app.window.widgets.fields import label
from app.window.widgets.language import tr
from app.window.widgets.theme import Theme

GAP = 12
"""Between two pairs; the two pictures of a pair touch but for a line."""
LINE = 2
_CLEAR = 1.0
"""From this size on pixels are squares, as the network has them; below it they would be left out here and there."""


class LessonView(QWidget):
    """Follows the newest sheet while the slider is at its end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: list[Sheet] = []
        self.pairs = Pairs(theme)
        self.scrubber = Scrubber()
        text = self.tr(
            "Some of the pieces that were learned from. Left of each pair: what the model gets, a quarter as wide and "
            "high, with the damage you chose. Right: what it is to make of it."
        )
        note = label(text, "quiet")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.pairs, 1)
        layout.addWidget(note)
        layout.addWidget(self.scrubber)
        self.scrubber.moved.connect(self._show_sheet)

    def show_course(self, course: Course) -> None:
        """Take in what a training has told so far."""
        self._sheets = [sheet for sheet in course.sheets if sheet.path.is_file()]
        self.scrubber.show_steps([sheet.step for sheet in self._sheets])
        self._show_sheet()

    def _show_sheet(self) -> None:
        index = self.scrubber.index()
        self.pairs.show_sheet(None if index is None else self._sheets[index])


class Pairs(QWidget):
    """The pairs of a sheet, as large as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None
        self._image = QImage()
        self.setMinimumHeight(120)
        self.setAccessibleName(self.tr("Pieces that were learned from"))
        theme.changed.connect(self.update)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, or none."""
        if sheet != self._sheet:
            self._sheet = sheet
            self._image = QImage(str(sheet.path)) if sheet else QImage()
            self.update()

    def places(self) -> list[QRectF]:
        """Where each pair lies, row by row from the middle of the widget."""
        if self._sheet is None or self._image.isNull():
            return []
        count, aspect = self._sheet.crops, self._image.width() / (self._image.height() / self._sheet.crops)
        columns, width = max(((columns, self._width(columns, aspect)) for columns in range(1, count + 1)), key=_second)
        height, rows = width / aspect, -(-count // columns)
        left = (self.width() - columns * width - (columns - 1) * GAP) / 2
        top = (self.height() - rows * height - (rows - 1) * GAP) / 2
        return [
            QRectF(left + n % columns * (width + GAP), top + n // columns * (height + GAP), width, height)
            for n in range(count)
        ]

    def _width(self, columns: int, aspect: float) -> float:
        """Of a pair, where there are so many columns."""
        assert self._sheet is not None
        rows = -(-self._sheet.crops // columns)
        across = (self.width() - (columns - 1) * GAP) / columns
        return max(min(across, (self.height() - (rows - 1) * GAP) / rows * aspect), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.tokens.surround))
            for number, place in enumerate(self.places()):
                self._paint_pair(painter, number, place)

    def _paint_pair(self, painter: QPainter, number: int, place: QRectF) -> None:
        assert self._sheet is not None
        side = self._image.height() // self._sheet.crops
        scale = place.height() / side * self.devicePixelRatioF()
        for half in range(2):
            source = QRectF(half * side, number * side, side, side)
            target = QRectF(place.left() + half * (place.width() + LINE) / 2, place.top(), 0, place.height())
            target.setWidth((place.width() - LINE) / 2)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _CLEAR or half == 1)
            painter.drawImage(target, self._image, source)
        if number >= self._sheet.crops - self._sheet.replayed:
            corner = QRect(int(place.left()), int(place.top()), int(place.width()), int(place.height()))
            paint_plate(painter, tr("Replayed"), corner)


def _second(pair: tuple[int, float]) -> float:
    return pair[1]
