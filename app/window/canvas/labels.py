"""The name of what a pane shows, on the pane; press it to choose another."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.window.canvas.canvas import Canvas
from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.legend import Legend
from app.window.canvas.panes import Arrangement
from app.window.canvas.titles import layer_title, map_hint
from app.window.canvas.view import IN_STEP
from app.window.canvas.viewport import Area
from app.window.widgets.titles import menu_text, model_title
from engine.models import catalog

MARGIN = 12
METHODS = (catalog.AUTO, catalog.AUTO_TEXTURED, catalog.AUTO_FAITHFUL, BICUBIC)
"""In the order of the menu."""


class PaneLabels(QWidget):
    """Keeps one label on each pane of a canvas.

    Signals: ``chosen(index, layer)``, when a person takes another layer for the pane of that number (int, Layer).
    """

    chosen = Signal(int, Layer)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.hide()
        self._canvas = canvas
        self._scene = canvas.scene
        self.buttons = [self._button(index) for index in range(len(IN_STEP))]
        self.legends = [Legend(canvas) for _ in range(len(IN_STEP))]
        canvas.laid_out.connect(self.refresh)
        canvas.focus_moved.connect(self.refresh)
        self._scene.changed.connect(self.refresh)

    def _button(self, index: int) -> QToolButton:
        button = QToolButton(self._canvas)
        button.setProperty("kind", "pane")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, index))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, index: int) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for layer in self._layers(index):
            if layer is None:
                self._add_pairs(menu, index, group)
                menu.addSeparator()
                continue
            title = layer_title(layer.decided(self._scene.view.advised) if layer.map else layer)
            self._add(menu, index, group, layer, title)

    def _add_pairs(self, menu: QMenu, index: int, group: QActionGroup) -> None:
        """The models of each pair, whatever the photo is like."""
        there = {entry.id for entry in catalog.entries()}
        pairs = {
            catalog.CLEAN: self.tr("For clean photos"),
            catalog.PHOTO: self.tr("For noisy or compressed photos"),
        }
        for pair, title in pairs.items():
            if set(pair) <= there:
                inside = menu.addMenu(title)
                self._add(inside, index, group, Layer(pair.textured), model_title(catalog.AUTO_TEXTURED))
                self._add(inside, index, group, Layer(pair.faithful), model_title(catalog.AUTO_FAITHFUL))

    def _add(self, menu: QMenu, index: int, group: QActionGroup, layer: Layer, title: str) -> None:
        action = menu.addAction(menu_text(title))
        action.setCheckable(True)
        action.setChecked(layer == self._scene.view.chosen[index])
        action.setToolTip(map_hint(layer))
        group.addAction(action)
        action.triggered.connect(lambda _=False: self.chosen.emit(index, layer))

    def _layers(self, index: int) -> list[Layer | None]:
        entries = [entry.id for entry in catalog.entries()]
        more = [entry for entry in entries if catalog.pair_of(entry) is None and entry not in (BICUBIC, NEAREST)]
        plain = [PHOTO, *METHODS, NEAREST, *more, *([REFERENCE] if self._scene.reference else [])]
        shown = self._scene.view.chosen[index]
        model = shown.model if shown.model not in (PHOTO, NEAREST) else BICUBIC
        shown_model = Layer(model).decided(self._scene.view.advised).model
        maps = [Layer(model, Map.FIDELITY)]
        beside = [layer.model for layer in self._scene.view.layers if layer.map is None and layer.model != PHOTO]
        others = [other for other in dict.fromkeys((BICUBIC, *beside)) if other not in (shown_model, REFERENCE)]
        maps[:0] = [Layer(model, Map.DIFFERENCE, other) for other in others]
        pair = catalog.pair_of(model) or catalog.CLEAN
        if set(pair) <= set(entries):
            textured = model if model in catalog.OPEN else pair.textured
            maps.append(Layer(textured, Map.INVENTION, pair.faithful))
        if self._scene.reference:
            maps.append(Layer(model, Map.DIFFERENCE, REFERENCE))
        return [*map(Layer, plain), None, *maps]

    def refresh(self) -> None:
        """Name and place all labels."""
        places = self._scene.view.places
        for index, button in enumerate(self.buttons):
            shown = index < len(places) and self._scene.photo is not None
            button.setVisible(shown)
            if shown:
                self._dress(button, index)
                self._place(button, index)
            else:
                self.legends[index].hide()

    def _shown(self, index: int) -> Layer:
        return Layer(PHOTO) if self._scene.view.flicker else self._scene.view.layers[index]

    def _dress(self, button: QToolButton, index: int) -> None:
        layer = self._shown(index)
        busy = self._scene.is_refining(layer)
        title = layer_title(layer) + ("  ●" if busy else "")
        if button.text() != title:
            button.setText(title)
            button.setAccessibleName(self.tr("Shown here: {}").format(layer_title(layer)))
            button.setToolTip(self.tr("Choose what is shown here"))
        focused = "true" if index == self._scene.view.focused and self._scene.view.arrangement.panes > 1 else "false"
        if button.property("focused") != focused:
            button.setProperty("focused", focused)
            button.style().polish(button)

    def _place(self, button: QToolButton, index: int) -> None:
        button.adjustSize()
        clip = self._to_logical(self._scene.view.places[index].clip)
        right = self._scene.view.arrangement is Arrangement.SPLIT and index == 1 and not self._scene.view.across
        x = clip.right() - button.width() - MARGIN if right else clip.left() + MARGIN
        button.move(x, clip.top() + MARGIN)
        fits = clip.width() > 24 and clip.height() > 24
        button.setVisible(fits)
        meaning = map_hint(self._shown(index))
        self.legends[index].show_below(button.geometry(), meaning, clip.width() - 2 * MARGIN, right=right)

    def _to_logical(self, area: Area) -> QRect:
        """The logical pixels that hold an area of device pixels."""
        ratio = self._canvas.ratio
        return QRectF(area.left / ratio, area.top / ratio, area.width / ratio, area.height / ratio).toAlignedRect()
