"""What is judged: one picture, or two beside each other, pixel by pixel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.window.inspector.preferences import Preferences
from app.window.platform.screen import SRGB, screen_space
from app.window.widgets.theme import Theme

GAP = 16


class Pictures(QWidget):
    """Always at 100 %: of what has no room the middle shows, of both the same."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._theme, self._preferences = theme, preferences
        self._images: list[QImage] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_files(self, paths: list[Path]) -> None:
        """Show these, from left to right."""
        handle = self.window().windowHandle()
        screen = screen_space(handle) if handle else SRGB
        self._images = [_in_colours(QImage(str(path)), screen) for path in paths]
        self.update()

    def places(self) -> list[QRect]:
        """Where they are in this widget, in pixels of the screen."""
        ratio, count = self.devicePixelRatioF(), max(1, len(self._images))
        width, height, gap = (round(ratio * length) for length in (self.width(), self.height(), GAP))
        room = QSize((width - gap * (count - 1)) // count, height)
        sizes = [image.size().boundedTo(room) for image in self._images]
        left = (width - sum(size.width() for size in sizes) - gap * (count - 1)) // 2
        places = []
        for size in sizes:
            places.append(QRect(QPoint(left, (height - size.height()) // 2), size))
            left += size.width() + gap
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._preferences.surround or self._theme.tokens.surround))
            painter.scale(1 / ratio, 1 / ratio)
            for image, place in zip(self._images, self.places(), strict=True):
                cut = QRect(QPoint(0, 0), place.size())
                cut.moveCenter(image.rect().center())
                painter.drawImage(place, image, cut)


def _in_colours(image: QImage, screen: QColorSpace) -> QImage:
    """A picture in sRGB as a screen shows it."""
    image.setColorSpace(SRGB)
    return image if screen == SRGB else image.convertedToColorSpace(screen)
