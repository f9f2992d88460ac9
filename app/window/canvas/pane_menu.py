"""What the label of a pane offers: all that the pane can show, and to save what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.titles import layer_title, map_hint
from app.window.canvas.view import View
from app.window.widgets.language import tr
from app.window.widgets.titles import menu_text, model_title
from engine.models import catalog

METHODS = (catalog.AUTO, catalog.AUTO_TEXTURED, catalog.AUTO_FAITHFUL, BICUBIC)
"""In the order of the menu."""


def fill_pane_menu(
    menu: QMenu, view: View, index: int, *, reference: bool, show: Callable[[Layer], None], save: Callable[[str], None]
) -> None:
    """Offer for a pane of the view whatever can be shown there now, ``reference`` says whether a reference photo can;
    ``show`` and ``save`` are called with what a person takes.
    """
    menu.clear()
    group = QActionGroup(menu)

    def add(into: QMenu, layer: Layer, title: str) -> None:
        action = into.addAction(menu_text(title))
        action.setCheckable(True)
        action.setChecked(layer == view.chosen[index])
        action.setToolTip(map_hint(layer.decided(view.advised)))
        group.addAction(action)
        action.triggered.connect(lambda _=False: show(layer))

    for layer in offered_layers(view, index, reference=reference):
        if layer is None:
            _add_pairs(menu, add)
            menu.addSeparator()
        else:
            add(menu, layer, layer_title(layer.decided(view.advised) if layer.map else layer))
    menu.addSeparator()
    _add_saving(menu, view, index, save)


def _add_pairs(menu: QMenu, add: Callable[[QMenu, Layer, str], None]) -> None:
    """The models of each pair, whatever the photo is like."""
    there = {entry.id for entry in catalog.entries()}
    pairs = {catalog.CLEAN: tr("For clean photos"), catalog.PHOTO: tr("For noisy or compressed photos")}
    for pair, title in pairs.items():
        if set(pair) <= there:
            inside = menu.addMenu(title)
            add(inside, Layer(pair.textured), model_title(catalog.AUTO_TEXTURED))
            add(inside, Layer(pair.faithful), model_title(catalog.AUTO_FAITHFUL))


def offered_layers(view: View, index: int, *, reference: bool) -> list[Layer | None]:
    """What a pane can show, None for the models of the pairs and a line, between methods and maps."""
    entries = [entry.id for entry in catalog.entries()]
    more = [entry for entry in entries if catalog.pair_of(entry) is None and entry not in (BICUBIC, NEAREST)]
    plain = [PHOTO, *METHODS, NEAREST, *more, *([REFERENCE] if reference else [])]
    shown = view.chosen[index]
    model = shown.model if shown.model not in (PHOTO, NEAREST) else BICUBIC
    shown_model = Layer(model).decided(view.advised).model
    maps = [Layer(model, Map.FIDELITY)]
    beside = [layer.model for layer in view.layers if layer.map is None and layer.model != PHOTO]
    others = [other for other in dict.fromkeys((BICUBIC, *beside)) if other not in (shown_model, REFERENCE)]
    maps[:0] = [Layer(model, Map.DIFFERENCE, other) for other in others]
    pair = catalog.pair_of(model) or catalog.CLEAN
    if set(pair) <= set(entries):
        textured = model if model in catalog.OPEN else pair.textured
        maps.append(Layer(textured, Map.INVENTION, pair.faithful))
    if reference:
        maps.append(Layer(model, Map.DIFFERENCE, REFERENCE))
    return [*map(Layer, plain), None, *maps]


def _add_saving(menu: QMenu, view: View, index: int, save: Callable[[str], None]) -> None:
    """To save what is only looked at so far."""
    layer = view.chosen[index]
    action = menu.addAction(tr("Save as shown here"))
    action.setCheckable(True)
    action.setChecked(view.is_saved(index))
    action.setEnabled(layer.map is None and layer.model not in (PHOTO, REFERENCE) and not view.is_saved(index))
    action.triggered.connect(lambda: save(layer.model))
