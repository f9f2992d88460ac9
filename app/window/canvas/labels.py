"""What is written on each pane: its name, the figures under the pointer, what the colours of its map mean."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from app.window.canvas.canvas import Canvas
from app.window.canvas.layers import Layer, Map
from app.window.canvas.legend import Legend
from app.window.canvas.pane_button import PaneButton
from app.window.canvas.pane_menu import fill_pane_menu
from app.window.canvas.panes import Arrangement
from app.window.canvas.readout import read_out
from app.window.canvas.titles import map_hint, map_scale, mixed_title
from app.window.canvas.view import IN_STEP
from app.window.canvas.viewport import Area
from app.window.widgets.fields import label

MARGIN = 12
GAP = 4
LEAST = 24
"""A pane narrower or lower than that has no room for words."""
WIDEST = {None: "000 000 000", Map.DIFFERENCE: "−000 −000 −000"}
"""The figures of a method and of a difference; those of other maps are one."""
PADDING = 10


class PaneLabels(QWidget):
    """Keeps them in their places on a canvas. ``mark`` is drawn on the pane that will be saved.

    Signals: ``chosen(index, layer)``, when a person takes another layer for the pane of that number (int, Layer);
    ``output_chosen(model)``, when what a pane shows is to be saved.
    """

    chosen = Signal(int, Layer)
    output_chosen = Signal(str)

    def __init__(self, canvas: Canvas, mark: QIcon) -> None:
        super().__init__(canvas)
        self.hide()
        self._canvas = canvas
        self._scene = canvas.scene
        self.buttons = [self._button(index, mark) for index in range(len(IN_STEP))]
        self.legends = [Legend(canvas) for _ in range(len(IN_STEP))]
        self.figures = [label("", "pane", canvas) for _ in range(len(IN_STEP))]
        for figures in self.figures:
            figures.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            figures.setAlignment(Qt.AlignmentFlag.AlignCenter)
            figures.hide()
        canvas.laid_out.connect(self.refresh)
        canvas.focus_moved.connect(self.refresh)
        canvas.pointed.connect(self._show_figures)
        self._scene.changed.connect(self.refresh)

    def _button(self, index: int, mark: QIcon) -> PaneButton:
        button = PaneButton(mark, self._canvas)
        button.menu().aboutToShow.connect(partial(self._fill, index))
        return button

    def _fill(self, index: int) -> None:
        fill_pane_menu(
            self.buttons[index].menu(),
            self._scene.view,
            index,
            reference=self._scene.reference is not None,
            show=partial(self.chosen.emit, index),
            save=self.output_chosen.emit,
        )

    def refresh(self) -> None:
        """Name and place all labels."""
        panes = self._scene.view.panes if self._scene.photo else []
        for index, button in enumerate(self.buttons):
            room = self._room(index) if index < len(panes) else QRect()
            fits = min(room.width(), room.height()) > LEAST
            button.setVisible(fits)
            if fits:
                self._dress(button, index, room)
            else:
                self.legends[index].hide()
        self._show_figures()

    def _room(self, index: int) -> QRect:
        return self._to_logical(self._scene.view.places[index].clip)

    def _at_right(self, index: int) -> bool:
        """Whether the words of a pane stand at its right side, away from the divider."""
        view = self._scene.view
        return view.arrangement is Arrangement.SPLIT and index == 1 and not view.across

    def _dress(self, button: PaneButton, index: int, room: QRect) -> None:
        view, layer = self._scene.view, self._scene.view.panes[index].layer
        within = room.width() - 2 * MARGIN
        button.dress(
            mixed_title(layer, self._scene.method.texture),
            within,
            busy=self._scene.is_refining(layer),
            saved=view.is_saved(index),
            focused=index == view.focused and view.arrangement.panes > 1,
        )
        right = self._at_right(index)
        x = room.right() + 1 - button.width() - MARGIN if right else room.left() + MARGIN
        button.move(x, room.top() + MARGIN)
        self.legends[index].show_below(button.geometry(), map_hint(layer), map_scale(layer), within, right=right)

    def _show_figures(self) -> None:
        """The figures of each pane beside its name, while the pointer is on the photo."""
        points = self._scene.view.photo_points(self._canvas.pointer) if self._canvas.pointer else []
        for index, figures in enumerate(self.figures):
            button = self.buttons[index]
            at = points[index] if index < len(points) else None
            if at is None or button.isHidden() or not self._place_figures(index):
                figures.hide()
                continue
            pane, renderer = self._scene.view.panes[index], self._scene.tiles.renderer
            grid = self._scene.grid(pane)
            figures.setText(read_out(renderer, pane.layer, grid, at) if renderer and grid else "")
            figures.setVisible(figures.text() != "")

    def _place_figures(self, index: int) -> bool:
        """Put the figures beside the name; False where there is no room."""
        button, figures, room = self.buttons[index].geometry(), self.figures[index], self._room(index)
        widest = WIDEST.get(self._scene.view.panes[index].layer.map, "000.0")
        width = figures.fontMetrics().horizontalAdvance(widest) + 2 * PADDING
        x = button.left() - GAP - width if self._at_right(index) else button.right() + 1 + GAP
        figures.setGeometry(x, button.top(), width, button.height())
        return room.left() + MARGIN <= x and x + width <= room.right() + 1 - MARGIN

    def _to_logical(self, area: Area) -> QRect:
        """The logical pixels that hold an area of device pixels."""
        ratio = self._canvas.ratio
        return QRectF(area.left / ratio, area.top / ratio, area.width / ratio, area.height / ratio).toAlignedRect()
