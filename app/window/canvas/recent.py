"""The photos opened last, as small pictures to be opened again with one press."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.window.photos.thumbnails import Thumbnail, make_thumbnail
from app.window.platform.background import Background
from app.window.widgets.fields import label, tip
from app.window.widgets.theme import Theme
from app.window.widgets.titles import menu_text
from engine.errors import FourfoldError
from engine.texts import shown

PICTURE = QSize(104, 78)
TILE = QSize(120, 112)
GAP = 8


class RecentPhotos(QWidget):
    """One line of them, as many as there is room for. What is no photo any more is left out.

    Signals: ``chosen(path)``, a photo to open (Path).
    """

    chosen = Signal(Path)

    def __init__(self, theme: Theme, most: int) -> None:
        super().__init__()
        self._theme = theme
        self._paths: list[Path] = []
        self._pictures: dict[Path, QPixmap] = {}
        self._thumbnails = Background(make_thumbnail, self)
        self._thumbnails.done.connect(self._on_thumbnail)
        self._head = label(self.tr("RECENT"), "head")
        self.tiles = [self._tile(number) for number in range(most)]
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addStretch(1)
        for tile in self.tiles:
            line.addWidget(tile)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # a narrow window shows fewer
        layout.addWidget(self._head, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(line)

    def _tile(self, number: int) -> QToolButton:
        tile = QToolButton()
        tile.setProperty("kind", "recent")
        tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tile.setIconSize(PICTURE)
        tile.setFixedSize(TILE)
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.clicked.connect(partial(self._choose, number))
        return tile

    @property
    def is_settled(self) -> bool:
        """Whether all pictures are there."""
        return all(path in self._pictures for path in self._paths)

    def close_thread(self) -> None:
        """End the thread that makes the pictures."""
        self._thumbnails.close()

    def show_photos(self, paths: list[Path]) -> None:
        """These, the first one at the left; their pictures come when they are seen."""
        self._paths = paths[: len(self.tiles)]
        self._dress()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._ask)  # after the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(TILE.width(), super().minimumSizeHint().height())

    def _ask(self) -> None:
        self._thumbnails.want(path for path in self._paths if path not in self._pictures)

    def _on_thumbnail(self, path: Path, result: Thumbnail | FourfoldError) -> None:
        if isinstance(result, Thumbnail):
            self._pictures[path] = _framed(result.image, self.devicePixelRatioF())
        elif path in self._paths:
            self._paths.remove(path)
        self._dress()

    def _dress(self) -> None:
        room = (self.width() + GAP) // (TILE.width() + GAP)
        self._head.setVisible(bool(self._paths))
        for number, tile in enumerate(self.tiles):
            shows = number < min(room, len(self._paths))
            tile.setVisible(shows)
            if shows:
                self._name(tile, self._paths[number])

    def _name(self, tile: QToolButton, path: Path) -> None:
        name, width = shown(path.name), PICTURE.width()
        tile.setText(menu_text(tile.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, width)))
        tile.setAccessibleName(name)
        tile.setToolTip(tip(shown(str(path))))
        picture = self._pictures.get(path)
        tile.setIcon(QIcon(picture) if picture else self._theme.icon("image", self._theme.tokens.disabled))

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._paths[number])


def _framed(image: QImage, ratio: float) -> QPixmap:
    """A picture in the middle of a place that is as large for all, so that their names stand in one line."""
    whole = QPixmap(PICTURE * ratio)
    whole.setDevicePixelRatio(ratio)
    whole.fill(Qt.GlobalColor.transparent)
    place = QRect(QPoint(0, 0), image.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(QRect(QPoint(0, 0), PICTURE).center())
    with QPainter(whole) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
    return whole
