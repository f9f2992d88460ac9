"""How results are computed: device, precision, tiles, and whether time or quality counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from app.window.inspector.heads import reset_link
from app.window.inspector.method_choice import MethodChoice
from app.window.widgets.fields import Fold, combo, label
from app.window.widgets.language import tr

TILES = (64, 128, 256, 512)


class ComputingField(Fold):
    """Opens below a link, as most people leave it alone.

    Signals: ``changed()``, when a person chose something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("How it is computed…"), tr("Less"))
        automatic = self.tr("Automatic")
        precisions = {
            "auto": automatic,
            "float32": self.tr("32 bits, exact"),
            "bfloat16": "bfloat16",
            "float16": "float16",
        }
        tiles = {None: automatic} | {side: self.tr("{} pixels").format(side) for side in TILES}
        self.device = combo(self.tr("Computed on"), {None: automatic})
        self.precision = combo(self.tr("Precision"), precisions)
        self.tile = combo(self.tr("Tile"), tiles)
        self.ensemble = QCheckBox(self.tr("Best quality (8 times as slow)"))
        for part in (self.device, self.precision, self.tile):
            self.inside.addWidget(label(part.accessibleName(), "quiet"))
            self.inside.addWidget(part)
            part.currentIndexChanged.connect(self.changed)
        self.inside.addWidget(self.ensemble)
        self.reset = reset_link(self.tr("Reset"), self.tr("Reset how it is computed"))
        self.inside.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.ensemble.toggled.connect(self.changed)

    def method(self, texture: float | None) -> MethodChoice:
        """What was chosen, with that share of texture (0 to 1; None is each model's own)."""
        return MethodChoice(
            texture,
            self.device.currentData(),
            self.precision.currentData(),
            self.tile.currentData(),
            self.ensemble.isChecked(),
        )

    def show_method(self, method: MethodChoice) -> None:
        """Show what was chosen before; what is not there any more is automatic again."""
        self.device.setCurrentIndex(max(0, self.device.findData(method.device)))
        self.precision.setCurrentIndex(max(0, self.precision.findData(method.precision)))
        self.tile.setCurrentIndex(max(0, self.tile.findData(method.tile)))
        self.ensemble.setChecked(method.ensemble)

    def show_devices(self, devices: list[tuple[str, str]]) -> None:
        """The devices there are, as pairs of id and name."""
        for name, text in devices:
            if self.device.findData(name) < 0:
                self.device.addItem(text, name)
