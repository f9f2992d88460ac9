"""What a person compares: panes and their layers on the canvas, in step with the model in the inspector."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.panes import Arrangement
from app.window.canvas.scene import Scene
from app.window.inspector.choices import Choices
from app.window.inspector.panel import Inspector
from app.window.photos.photo import LoadedPhoto
from engine.models import catalog


class MethodComparison(QObject):
    """Choosing a model in the inspector brings it into the last pane; what is looked at in a pane chooses nothing.

    Signals: ``changed()``, when panes or their layers are others.
    """

    changed = Signal()

    def __init__(self, scene: Scene, inspector: Inspector, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._inspector = inspector

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the panes out otherwise."""
        self._scene.view = self._scene.view.arranged(arrangement)
        self.changed.emit()

    def turn_divider(self) -> None:
        """Split the view, with the divider lying if it stood, or standing if it lay."""
        self._scene.view = replace(self._scene.view, across=not self._scene.view.across)
        self.arrange(Arrangement.SPLIT)

    def choose_layer(self, index: int, layer: Layer) -> None:
        """Show a layer in a pane; what is saved stays what it was."""
        self._scene.view = self._scene.view.with_layer(index, layer)
        self.changed.emit()

    def choose_output(self, model: str) -> None:
        """Save by that model from now on."""
        self._inspector.choose_model(model)

    def show_in_focused(self, model: str) -> None:
        """Show a model, or the photo, in the pane that is meant."""
        self.choose_layer(self._scene.view.focused, Layer(model))

    def toggle_map(self, maps: tuple[Map, ...]) -> None:
        """Show the next of these maps in the focused pane, after the last one its method again."""
        view = self._scene.view
        layer = view.chosen[view.focused]
        after = maps.index(layer.map) + 1 if layer.map in maps else 0
        model = layer.model if layer.model not in (PHOTO, BICUBIC) else self._inspector.choices().model
        if after == len(maps):
            self.choose_layer(view.focused, Layer(layer.model))
            return
        faithful = (catalog.pair_of(model) or catalog.CLEAN).faithful
        other = faithful if maps[after] is Map.INVENTION else BICUBIC
        self.choose_layer(view.focused, Layer(model, maps[after], other))

    def show_reference(self, reference: LoadedPhoto) -> None:
        """Compare with a photo of the same that has more detail, in the first pane."""
        self._scene.show_reference(reference)
        self.arrange(Arrangement.SPLIT)
        self.choose_layer(0, Layer(REFERENCE))

    def follow(self, choices: Choices) -> None:
        """Show the model that is chosen now, if it is another than before."""
        if choices.model != self._scene.view.output:
            self._scene.view = self._scene.view.with_model(choices.model)
            self.changed.emit()
