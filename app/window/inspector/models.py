"""The choice of a model: a method, what the photo is like, and how much texture."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.inspector.kinds import KindField
from app.window.inspector.method_choice import MethodChoice
from app.window.inspector.methods import MethodField
from app.window.inspector.model_choice import PhotoKind, chosen_by, model_for
from app.window.widgets.fields import SliderField, label
from engine.jobs.assessment import Damage
from engine.models import catalog


class ModelField(QWidget):
    """Which model that is depends on the photo shown where something is left open.

    Signals: ``changed()``, when a person chose otherwise; ``import_asked()``, for weights of their own.
    """

    changed = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advised = catalog.CLEAN.textured
        self.share: float | None = None
        """The share of texture that a person chose, 0 to 1; None is each model's own."""
        self.methods = MethodField()
        self.kinds = KindField()
        self.texture = SliderField(0, 100, self._own_texture(), self.tr("Texture"), " %")
        self.texture.setToolTip(self.tr("0 % is faithful, 100 % invents most"))
        self._texture_head = label(self.tr("Texture"), "quiet")
        self._lay_out()
        self._show_texture()
        self.methods.changed.connect(self._on_change)
        self.methods.import_asked.connect(self.import_asked)
        self.kinds.changed.connect(self._on_change)
        self.texture.changed.connect(self._on_texture)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.methods)
        layout.addWidget(self.kinds)
        texture = QVBoxLayout()
        texture.setSpacing(4)
        texture.addWidget(self._texture_head)
        texture.addWidget(self.texture)
        layout.addLayout(texture)

    def reload(self) -> None:
        """Read the catalog again; what was chosen stays if it is still there."""
        self.methods.reload()
        self.kinds.reload()
        self._show_texture()

    def model(self) -> str:
        """The method chosen: an id of the catalog, maybe an open one."""
        return self.methods.method()

    def kind(self) -> PhotoKind:
        """What the photos are said to be like."""
        return self.kinds.kind()

    def choose(self, model: str, kind: PhotoKind | None = None) -> None:
        """Choose a model, or leave it to Fourfold where that one is not there. One that is for a kind of photo says
        that too; for others the kind stays, if none is given.
        """
        method, its_kind = chosen_by(model)
        self.methods.choose(method)
        self.kinds.choose(its_kind or kind or self.kind())
        self._show_texture()

    def set_share(self, share: float | None) -> None:
        """Choose a share of texture, from 0 to 1, or each model's own."""
        self.share = share
        self._show_texture()

    def focus(self) -> None:
        """Let the keyboard choose a method."""
        self.methods.focus()

    def show_advice(self, advised: str = catalog.CLEAN.textured, damage: Damage | None = None) -> None:
        """The model that suits the photo shown, and what was found in it; no photo by default."""
        self._advised = advised
        self.kinds.show_found(advised, damage)
        self._show_texture()

    def suited(self, advised: str) -> str:
        """The model for a photo: for what it is said to be like, else the one advised; the textured one where a person
        chose how much texture.
        """
        left_open = catalog.AUTO if self.share is None else catalog.AUTO_TEXTURED
        return catalog.decided(model_for(left_open, self.kind()), advised)

    @property
    def advised(self) -> str:
        """The same for the photo shown."""
        return self.suited(self._advised)

    def _on_change(self) -> None:
        self._show_texture()
        self.changed.emit()

    def _on_texture(self, percent: int) -> None:
        self.share = None if percent == self._own_texture() else percent / 100
        self.changed.emit()

    def _own_texture(self) -> int:
        """What the model has where nobody chose, in per cent."""
        method = self.model() if MethodChoice.mixes(self.model()) else catalog.AUTO_TEXTURED
        advised = catalog.decided(model_for(catalog.AUTO, self.kind()), self._advised)
        return round(100 * (catalog.default_texture(catalog.decided(method, advised)) or 0))

    def _show_texture(self) -> None:
        usable = MethodChoice.mixes(self.model())
        self._texture_head.setEnabled(usable)
        self.texture.setEnabled(usable)
        own = self._own_texture()
        self.texture.set_default(own)
        with QSignalBlocker(self.texture):
            self.texture.set_value(own if self.share is None else round(100 * self.share))
