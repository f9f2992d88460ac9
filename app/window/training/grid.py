"""The photos of a folder as a grid: a click keeps one or leaves it out, a double-click shows it as large as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.window.training.findings import FindingRole, ShownFindings, problem_name
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import SMALL
from app.window.widgets.words import megapixels
from engine.geometry import Size

CELL = QSize(138, 136)
PICTURE = QSize(122, 88)
LEFT_OUT_OPACITY = 0.35


class PhotoGrid(QListView):
    """Click or Space keeps a photo or leaves it out, a double-click or Enter asks to see it."""

    look_asked = Signal(Path)
    """The photo to be shown as large as it is."""

    def __init__(self, shown: ShownFindings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(shown)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "grid")
        self.setAccessibleName(self.tr("Photos to learn from"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its two clicks have kept the photo and left it out again, or the other way round."""
        super().mouseDoubleClickEvent(event)
        self._look(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._look(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.look_asked.emit(index.data(FindingRole.FILE))

    def toggle(self, index: QModelIndex) -> None:
        """Keep a photo, or leave it out."""
        if index.isValid():
            kept = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class CellDelegate(QStyledItemDelegate):
    """Draws a photo, its name, its problem, and whether it is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        kept = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        self._paint_ground(painter, option)
        frame = QRect(QPoint(0, 0), PICTURE)
        frame.moveCenter(QPoint(option.rect.center().x(), option.rect.top() + 8 + PICTURE.height() // 2))
        painter.setOpacity(1.0 if kept else LEFT_OUT_OPACITY)
        place = self._paint_picture(painter, frame, index.data(FindingRole.THUMBNAIL))
        painter.setOpacity(1.0)
        self._paint_tick(painter, place, kept, bool(index.data(FindingRole.CAN_KEEP)))
        self._paint_texts(painter, option.rect, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            path = QPainterPath()
            path.addRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)
            painter.fillPath(path, QColor(self._theme.tokens.raised))

    def _paint_picture(self, painter: QPainter, frame: QRect, image: QImage | None) -> QRect:
        """Draw a thumbnail, or its place where there is none; returns where it lies."""
        if image is None:
            path = QPainterPath()
            path.addRoundedRect(frame, 4, 4)
            painter.fillPath(path, QColor(self._theme.tokens.line))
            return frame
        size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(frame.center())
        painter.drawImage(place, image)
        return place

    def _paint_tick(self, painter: QPainter, frame: QRect, kept: bool, can_keep: bool) -> None:
        colours = self._theme.tokens
        spot = QRect(frame.left() + 4, frame.top() + 4, 18, 18)
        painter.setPen(QPen(QColor(colours.accent if kept else colours.secondary), 1))
        painter.setBrush(QColor(colours.accent if kept else colours.panel))
        painter.drawRoundedRect(spot, 4, 4)
        if kept or not can_keep:
            icon = self._theme.icon("check" if kept else "x", colours.on_accent if kept else colours.secondary)
            icon.paint(painter, spot.adjusted(2, 2, -2, -2))

    def _paint_texts(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        colours, font = self._theme.tokens, painter.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        line = QRect(rect.left() + 8, rect.top() + PICTURE.height() + 13, rect.width() - 16, 15)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, line.width())
        painter.setPen(QColor(colours.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, name)
        problem = index.data(FindingRole.PROBLEM)
        text = problem_name(problem) if problem else megapixels(Size(*index.data(FindingRole.SIZE)))
        painter.setPen(QColor(colours.warn if problem else colours.secondary))
        painter.drawText(line.translated(0, 15), Qt.AlignmentFlag.AlignCenter, text)
