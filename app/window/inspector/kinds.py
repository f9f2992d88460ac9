"""What the photos are like, as a person says it, and what a look at the photo shown has found."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.inspector.model_choice import PhotoKind, is_there
from app.window.widgets.fields import OneLine, combo, label
from engine.files.formats import Format
from engine.jobs.assessment import Damage, Sign
from engine.models import catalog


class KindField(QWidget):
    """A choice, and a line below it, for which there is always room.

    Signals: ``changed()``, when a person chose another kind.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        kinds = {
            PhotoKind.AUTOMATIC: self.tr("Automatic"),
            PhotoKind.CLEAN: self.tr("Clean"),
            PhotoKind.DAMAGED: self.tr("Noisy or compressed"),
        }
        self.kinds = combo(self.tr("What the photo is like"), kinds)
        self.found = OneLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(self.kinds.accessibleName(), "quiet"))
        layout.addWidget(self.kinds)
        layout.addWidget(self.found)
        self.reload()
        self.show_found()
        self.kinds.currentIndexChanged.connect(self.changed)

    def kind(self) -> PhotoKind:
        """What is chosen."""
        return PhotoKind(self.kinds.currentData())

    def choose(self, kind: PhotoKind) -> None:
        """Show a kind without telling that it changed; one for which there are no models is left to Fourfold."""
        with QSignalBlocker(self.kinds):
            self.kinds.setCurrentIndex(self.kinds.findData(kind if is_there(kind) else PhotoKind.AUTOMATIC))

    def reload(self) -> None:
        """Read the catalog again: a kind without models cannot be chosen."""
        items = self.kinds.model()
        assert isinstance(items, QStandardItemModel)
        for row in range(items.rowCount()):
            items.item(row).setEnabled(is_there(PhotoKind(self.kinds.itemData(row))))
        self.choose(self.kind())

    def show_found(self, advised: str = catalog.CLEAN.textured, damage: Damage | None = None) -> None:
        """What was found in the photo shown, and the model advised for it; without a photo, that each is looked at."""
        if damage is None:
            self.found.say(self.tr("Each photo is looked at."))
            return
        found = ", ".join(self._in_words(damage))
        if damage.signs and advised not in catalog.PHOTO:
            self.found.say(self.tr("{} – its models are missing").format(found))
        else:
            self.found.say(self.tr("This photo: {}").format(found or self.tr("sharp and clean")))

    def _in_words(self, damage: Damage) -> list[str]:
        is_webp = damage.format is Format.WEBP  # which does not tell its quality
        compressed = self.tr("compressed {}") if is_webp else self.tr("{} of quality {}")
        words = {
            Sign.COMPRESSED: compressed.format(damage.format.label, damage.quality),
            Sign.NOISY: self.tr("noise"),
            Sign.SOFT: self.tr("no detail at 100 %"),
        }
        kind = [self.tr("text or graphics")] if damage.graphic else []
        return kind + [words[sign] for sign in damage.signs]
