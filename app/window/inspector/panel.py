"""The inspector: all choices about results in one panel, with what they come to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.window.inspector.choices import Choices
from app.window.inspector.files import FileField
from app.window.inspector.models import ModelField
from app.window.inspector.recipe import Recipe
from app.window.inspector.sizes import SizeField
from app.window.widgets.fields import Fold, combo, label, row, rule
from app.window.widgets.language import localised
from app.window.widgets.tokens import INSPECTOR_WIDTH
from app.window.widgets.words import duration, file_size, megapixels, pixels
from engine.errors import FourfoldError
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.files.planning import estimated_bytes, saved_header
from engine.geometry import Size
from engine.jobs.assessment import Damage
from engine.jobs.sizing import plan_passes
from engine.models import catalog
from engine.models.catalog import SCALE
from engine.picture import Header

TILES = (64, 128, 256, 512)


class Inspector(QWidget):
    """``changed(choices)`` for every change by a person; ``save_asked()``, ``save_all_asked()``, ``import_asked()``."""

    changed = Signal(object)
    save_asked = Signal()
    save_all_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(INSPECTOR_WIDTH)
        self._photo: tuple[Path, Header, Format] | None = None
        self._showing = False
        self.models = ModelField()
        self.sizes = SizeField()
        self.files = FileField()
        self.outcome = label("", "quiet")
        self.outcome.setWordWrap(True)
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        automatic = self.tr("Automatic")
        precisions = {
            "auto": automatic,
            "float32": self.tr("32 bits, exact"),
            "bfloat16": "bfloat16",
            "float16": "float16",
        }
        self.device = combo(self.tr("Computed on"), {None: automatic})
        self.precision = combo(self.tr("Precision"), precisions)
        self.tile = combo(
            self.tr("Tile"), {None: automatic} | {side: self.tr("{} pixels").format(side) for side in TILES}
        )
        self.ensemble = QCheckBox(self.tr("Best quality (8 times as slow)"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "main")
        self.save_all = QPushButton(self.tr("Save all"))
        self._lay_out()
        self._connect()
        self._update()

    # --- making it ---

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.models)
        layout.addSpacing(8)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addWidget(label(self.tr("SIZE"), "head"))
        layout.addWidget(self.sizes)
        layout.addWidget(self.outcome)
        layout.addWidget(self.problem)
        layout.addSpacing(4)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addWidget(self.files)
        layout.addWidget(self._computing())
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(rule())
        buttons = row(self.save, self.save_all)
        buttons.setContentsMargins(16, 12, 16, 12)
        whole.addLayout(buttons)

    def _computing(self) -> Fold:
        fold = Fold(self.tr("How it is computed…"), self.tr("Less"))
        for part in (self.device, self.precision, self.tile):
            fold.inside.addWidget(label(part.accessibleName(), "quiet"))
            fold.inside.addWidget(part)
        fold.inside.addWidget(self.ensemble)
        return fold

    def _connect(self) -> None:
        self.models.changed.connect(self._on_change)
        self.models.import_asked.connect(self.import_asked)
        self.sizes.changed.connect(self._on_change)
        self.files.changed.connect(self._on_change)
        for part in (self.device, self.precision, self.tile):
            part.currentIndexChanged.connect(self._on_change)
        self.ensemble.toggled.connect(self._on_change)
        self.save.clicked.connect(self.save_asked)
        self.save_all.clicked.connect(self.save_all_asked)

    # --- what it holds ---

    def choices(self) -> Choices:
        recipe = Recipe(
            self.models.texture.value() / 100,
            self.device.currentData(),
            self.precision.currentData(),
            self.tile.currentData(),
            self.ensemble.isChecked(),
        )
        files = self.files
        return Choices(
            self.models.model(),
            recipe,
            self.sizes.choice(),
            files.chosen_format(),
            files.quality.value(),
            files.bits.currentData(),
            files.metadata.isChecked(),
            files.template.text(),
            files.folder,
            IfExists(files.policy.currentData()),
        )

    def decided(self) -> Choices:
        """The choices as they come to for the photo shown."""
        return self.choices().decided(self.models.advised)

    def show_choices(self, choices: Choices) -> None:
        """Show choices kept from before."""
        self._showing = True
        self.models.texture.set_value(round(choices.recipe.texture * 100))
        self.models.choose(choices.model)
        self.sizes.show_choice(choices.size)
        self.files.show_choices(choices)
        self.device.setCurrentIndex(max(0, self.device.findData(choices.recipe.device)))
        self.precision.setCurrentIndex(max(0, self.precision.findData(choices.recipe.precision)))
        self.tile.setCurrentIndex(max(0, self.tile.findData(choices.recipe.tile)))
        self.ensemble.setChecked(choices.recipe.ensemble)
        self._showing = False
        self._update()

    def show_devices(self, devices: list[tuple[str, str]]) -> None:
        """The devices there are, as pairs of id and name."""
        for name, text in devices:
            if self.device.findData(name) < 0:
                self.device.addItem(text, name)

    def show_photo(self, path: Path, header: Header, format: Format, advised: str, damage: Damage) -> None:
        """The photo whose result is described, and the model advised for it, with its reason."""
        self._photo = (path, header, format)
        self.models.show_advice(advised, damage)
        self.sizes.set_photo(header.size)
        self._update()

    def show_nothing(self) -> None:
        """No photo whose result could be described."""
        self._photo = None
        self.models.show_advice()
        self._update()

    def show_count(self, count: int) -> None:
        """How many photos there are to save."""
        self.save.setEnabled(count > 0)
        self.save_all.setEnabled(count > 1)
        self.save_all.setText(self.tr("Save all {}").format(count) if count > 1 else self.tr("Save all"))

    def choose_model(self, model: str) -> None:
        """As if a person had chosen it."""
        self.models.choose(model)
        self._on_change()

    def nudge_texture(self, step: int) -> None:
        self.models.texture.set_value(self.models.texture.value() + step)

    def _on_change(self) -> None:
        if not self._showing:
            self._update()
            self.changed.emit(self.choices())

    # --- what it comes to ---

    def set_speed(self, seconds_per_megapixel: float | None) -> None:
        """How long a megapixel of the result takes on this computer."""
        self._speed = seconds_per_megapixel
        self._update()

    _speed: float | None = None

    def _update(self) -> None:
        choices = self.decided()
        self.problem.setText("")
        self.files.preview.setText("")
        lossy = choices.format.lossy if choices.format else self._photo is None or self._photo[2].lossy
        self.files.show_lossy(lossy)
        self.outcome.setVisible(self._photo is not None)
        if self._photo:
            try:
                self._describe(*self._photo, choices)
            except FourfoldError as error:
                self.problem.setText(localised(error.sentence))
        self.problem.setVisible(bool(self.problem.text()))
        self.files.preview.setVisible(bool(self.files.preview.text()))

    def _describe(self, path: Path, source: Header, format: Format, choices: Choices) -> None:
        options = choices.options(format)
        size = choices.size.sizing().size_for(source.size)
        count = estimated_bytes(saved_header(source, size, options), options)
        parts = [f"{pixels(size)}  ·  {megapixels(size)}", self.tr("about {}").format(file_size(count))]
        self.outcome.setText("\n".join(parts))
        if catalog.needs_network(choices.model):
            computed = _computed_pixels(source.size, size)
            if self._speed and computed:
                seconds = self._speed * computed / 1e6 * (8 if choices.recipe.ensemble else 1)
                self.outcome.setText("\n".join(parts) + "  ·  " + self.tr("about {}").format(duration(seconds)))
        self.files.preview.setText(choices.target(path, format, source.size).name)
        if max(size) > options.format.max_side:
            longest = options.format.max_side
            self.problem.setText(
                self.tr("{} files end at {} pixels a side: choose PNG or TIFF.").format(options.format.label, longest)
            )


def _computed_pixels(source: Size, target: Size) -> int:
    """How many pixels a model has to make, once or twice. Raises RequestError where that does not reach."""
    passes = plan_passes(source, target, SCALE)
    return sum(source.scaled(SCALE**number).pixels for number in range(1, passes + 1))
