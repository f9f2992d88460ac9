"""What the colours of a map mean and how much they stand for, written on the pane that shows it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.window.canvas.titles import MapScale
from app.window.widgets.fields import label

LEAST, MOST = 120, 232
"""How wide it may be."""
GAP = 4
BAR = 8


class ScaleBar(QWidget):
    """The colours of a map from the least to the most, with figures below at equal distances."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = MapScale((), ())
        self.setFixedHeight(BAR + 4 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, figures = self.scale
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ramp = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
            for number, colour in enumerate(colours):
                ramp.setColorAt(number / (len(colours) - 1), QColor(*colour))
            painter.setPen(QColor(255, 255, 255, 90))
            painter.setBrush(ramp)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, BAR - 1), 2, 2)
            painter.setPen(self.palette().windowText().color())
            below = self.rect().adjusted(0, BAR + 2, 0, 0)
            sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
            for side, figure in zip(sides, figures, strict=False):
                painter.drawText(below, side | Qt.AlignmentFlag.AlignTop, figure)


class Legend(QFrame):
    """Lies below the label of its pane; the mouse does not see it."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.meaning = label("", "on-pane")
        self.meaning.setWordWrap(True)
        self.bar = ScaleBar()
        self.bar.setProperty("kind", "on-pane")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self.meaning)
        layout.addWidget(self.bar)
        self.hide()

    def show_below(self, button: QRect, meaning: str, scale: MapScale | None, room: int, *, right: bool) -> None:
        """Say it below the button, flush with it, in at most ``room`` pixels; nothing where it cannot be read."""
        width = min(MOST, room)
        if scale is None or width < LEAST:
            self.hide()
            return
        self.bar.scale = scale
        self.meaning.setText(meaning)
        self.setFixedSize(width, self.heightForWidth(width))
        self.move(button.right() + 1 - width if right else button.left(), button.bottom() + 1 + GAP)
        self.show()
        self.bar.update()
