"""The list of photos at the left: thumbnails with their names, sizes and how far their saving is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.window.photos.model import PhotoModel, PhotoRole
from app.window.photos.saving_state import SavingState, Tone
from app.window.widgets.fields import keep_bar
from app.window.widgets.theme import Theme
from app.window.widgets.tokens import LIST_WIDTH, SMALL
from app.window.widgets.words import megapixels
from engine.geometry import Size

ROW = 128
PICTURE = QSize(104, 80)


class PhotoStrip(QListView):
    """The photos below each other.

    Several can be selected; the one that is shown always is.

    Signals: ``menu_asked(place)``, by the right button on a photo, at a place of the screen (QPoint);
    ``selected()``, when others are selected.
    """

    menu_asked = Signal(QPoint)
    selected = Signal()

    def __init__(self, model: PhotoModel, delegate: PhotoDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFixedWidth(LIST_WIDTH)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the photo
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar(self)
        self.setAccessibleName(self.tr("Photos"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def rows(self) -> list[int]:
        """Those that are selected, from the top."""
        indexes = {*self.selectionModel().selectedRows(), self.currentIndex()}
        return sorted(index.row() for index in indexes if index.isValid())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    def _ask_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))


class PhotoDelegate(QStyledItemDelegate):
    """Draws a row. ``size_after`` tells how large the result of a photo of that size will be."""

    def __init__(
        self,
        theme: Theme,
        size_after: Callable[[Size], Size | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_after = size_after

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(LIST_WIDTH - 12, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = option.widget
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option, shown=isinstance(view, PhotoStrip) and view.currentIndex() == index)
        frame = QRect(QPoint(0, 0), PICTURE)
        frame.moveCenter(QPoint(option.rect.center().x(), option.rect.top() + 10 + PICTURE.height() // 2))
        self._paint_picture(painter, frame, index.data(PhotoRole.THUMBNAIL))
        self._paint_texts(painter, option.rect, index)
        self._paint_stage(painter, frame, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, shown: bool) -> None:
        colours = self._theme.tokens
        chosen = shown or bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(option.rect.adjusted(4, 2, -4, -2), 6, 6)
            painter.fillPath(path, QColor(colours.selected if chosen else colours.raised))
            if chosen:
                painter.setPen(QPen(QColor(colours.accent if shown else colours.secondary), 1.5 if shown else 1))
                painter.drawPath(path)

    def _paint_picture(self, painter: QPainter, frame: QRect, image: QImage | None) -> None:
        if image is None:
            path = QPainterPath()
            path.addRoundedRect(frame.adjusted(12, 4, -12, -4), 4, 4)
            painter.setPen(QPen(QColor(self._theme.tokens.disabled), 1))
            painter.drawPath(path)
            return
        size = image.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(frame.center())
        painter.drawImage(place, image)

    def _paint_texts(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        colours, font = self._theme.tokens, painter.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        line = QRect(rect.left() + 8, rect.top() + PICTURE.height() + 14, rect.width() - 16, 14)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, line.width())
        painter.setPen(QColor(colours.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, name)
        text, colour = self._second_line(index)
        painter.setPen(QColor(colour))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, 15), Qt.AlignmentFlag.AlignCenter, elided)

    def _second_line(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
        """The text below the name, and its colour."""
        colours = self._theme.tokens
        if index.data(PhotoRole.PROBLEM):
            return self.tr("Cannot be opened"), colours.bad
        saving: SavingState = index.data(PhotoRole.SAVING)
        if saving.text:
            return saving.text, saving.tone.colour(colours)
        size = index.data(PhotoRole.SIZE)
        after = self._size_after(size) if size else None
        return (growth(size, after) if after else "", colours.secondary)

    def _paint_stage(self, painter: QPainter, frame: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """On the picture: a bar while the photo is saved, then a mark for how it ended."""
        saving: SavingState = index.data(PhotoRole.SAVING)
        colours = self._theme.tokens
        problem = bool(index.data(PhotoRole.PROBLEM)) or saving.tone is Tone.BAD
        if saving.share is not None:
            bar = QRect(frame.left() + 6, frame.bottom() - 9, frame.width() - 12, 5)
            painter.fillRect(bar.adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 150))
            painter.fillRect(QRect(bar.topLeft(), QSize(round(bar.width() * saving.share), 5)), QColor(colours.accent))
        elif problem or saving.tone is Tone.GOOD:
            name, colour = ("warning-fill", colours.bad) if problem else ("check-circle-fill", colours.good)
            spot = QRect(frame.right() - 19, frame.top() + 1, 18, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.panel))
            painter.drawEllipse(spot.adjusted(-1, -1, 1, 1))
            self._theme.icon(name, colour).paint(painter, spot)


def growth(size: Size, after: Size) -> str:
    """``0.4 MP → 6.3 MP``; tiny ones in pixels, close together so that they fit below the picture."""
    return " → ".join(megapixels(one).replace(" × ", "×") for one in (size, after))
