"""The button below which lie nearest and a person's own models, each with where it comes from, its scale and card."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from app.window.inspector.model_choice import METHODS
from app.window.widgets.language import tr
from app.window.widgets.titles import menu_text, model_title
from engine.models import catalog
from engine.models.cards import Card
from engine.models.catalog import Entry, Origin
from engine.texts import shown

LEFT, RIGHT = 9, 26
"""Pixels of the button beside its name: padding, and the sign that it is a menu."""


class MoreModels(QPushButton):
    """Holds one of them; its name stands on the button.

    Signals: ``picked()``, when a person took one; ``import_asked()``, for weights that are not there yet.
    """

    picked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = catalog.NEAREST
        self.setProperty("kind", "pick")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.setMenu(menu)
        self.reload()

    def reload(self) -> None:
        """Read the catalog again; the model held stays if it is still there."""
        self._entries = {entry.id: entry for entry in in_order(catalog.entries())}
        self._fill()
        self.hold(self.model)

    def hold(self, model: str) -> bool:
        """Hold a model, if it is one of these."""
        held = model in self._entries
        self.model = model if held else catalog.NEAREST
        for action in self.menu().actions():
            action.setChecked(action.data() == self.model)
        self._name()
        return held

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for entry in self._entries.values():
            action = menu.addAction(f"{menu_text(model_title(entry.id))}\t{menu_text(origin_of(entry))}")
            action.setData(entry.id)
            action.setCheckable(True)
            action.setToolTip(card_of(entry))
            action.triggered.connect(lambda _=False, model=entry.id: self._pick(model))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Add a model…"), self.import_asked.emit)

    def _pick(self, model: str) -> None:
        self.hold(model)
        self.picked.emit()

    def _name(self) -> None:
        name, entry = model_title(self.model), self._entries.get(self.model)
        self.setText(menu_text(name))
        self.setAccessibleName(self.tr("More models: {}").format(name))
        self.setToolTip(card_of(entry) if entry else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a combo box has it, with its name at the left, cut where it is too long."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        place = self.rect().adjusted(LEFT, 0, -RIGHT, 0)
        name = self.fontMetrics().elidedText(model_title(self.model), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def in_order(entries: list[Entry]) -> list[Entry]:
    """Those that are not seen at a glance: a person's own, the newest on top, and nearest."""
    more = [entry for entry in entries if catalog.pair_of(entry.id) is None and entry.id not in METHODS]
    newest_first = more[::-1]
    return sorted(newest_first, key=lambda entry: entry.origin is Origin.RESAMPLING)


def origin_of(entry: Entry) -> str:
    """Where a model comes from and how many times as large it makes a photo, as far as its card tells that."""
    origins = {
        Origin.TRAINED: tr("Your own training"),
        Origin.FOREIGN: tr("Added by you"),
        Origin.SHIPPED: tr("Comes with Fourfold"),
        Origin.RESAMPLING: tr("Without a network"),
    }
    scale = f"  ·  {entry.card.dimensions.scale}×" if entry.card else ""
    return origins[entry.origin] + scale


def card_of(entry: Entry) -> str:
    """What there is to know of a model, as lines of rich text for a tooltip; its card is others' writing."""
    if entry.origin is Origin.RESAMPLING:
        return tr("The photo's pixels as squares")
    lines = [model_title(entry.id), origin_of(entry), *(_told(entry.card) if entry.card else ()), str(entry.path or "")]
    return "<br>".join(escape(shown(line)) for line in lines if line)


def _told(card: Card) -> list[str]:
    scores = ", ".join(f"{name} {score:.2f}" for name, score in card.scores.items())
    told = {
        tr("Trained from {}"): card.base,
        tr("Photos: {}"): card.data,
        tr("Made on {}"): card.created,
        tr("Licence: {}"): card.licence,
        "{}": scores,
    }
    return [template.format(value) for template, value in told.items() if value]
