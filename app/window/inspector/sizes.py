"""How large the result is to be: times, pixels, megapixels or a print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QVBoxLayout, QWidget

from app.window.inspector.choices import CM_PER_INCH, PRINT_CM, PRINT_INCHES, SizeChoice
from app.window.widgets.fields import combo, row
from app.window.widgets.wheel import wheel_by_focus
from engine.geometry import Size
from engine.jobs.sizing import Measure
from engine.models.catalog import SCALE


class _Number(QDoubleSpinBox):
    """A number without zeros behind it."""

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text


class SizeField(QWidget):
    """A number and what it is a number of. The ``resolution`` of a print shows only for prints, where it is put.

    Signals: ``changed()``, when a person chose another size.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._photo = Size(1500, 1000)
        self._kind = combo(self.tr("What of the size is given"), self._kinds())
        self._value = wheel_by_focus(_Number())
        self._value.setRange(0.01, 1_000_000)
        self._value.setFixedWidth(96)
        self._value.setAccessibleName(self.tr("Size"))
        self.resolution = wheel_by_focus(QSpinBox())
        self.resolution.setRange(30, 2400)
        self.resolution.setValue(300)
        self.resolution.setFixedWidth(96)
        self.resolution.setSuffix(self.tr(" dpi"))
        self.resolution.setToolTip(self.tr("Resolution"))
        self.resolution.setAccessibleName(self.tr("Resolution"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(self._kind, self._value))
        self.show_choice(SizeChoice())
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._value.valueChanged.connect(self.changed)
        self.resolution.valueChanged.connect(self.changed)

    def _kinds(self) -> dict[str, str]:
        return {
            Measure.SCALE: self.tr("Times as large"),
            Measure.LONG_EDGE: self.tr("Long edge"),
            Measure.WIDTH: self.tr("Width"),
            Measure.HEIGHT: self.tr("Height"),
            Measure.MEGAPIXELS: self.tr("Megapixels"),
            PRINT_CM: self.tr("Print in cm"),
            PRINT_INCHES: self.tr("Print in inches"),
        }

    def choice(self) -> SizeChoice:
        """The size as it is chosen now."""
        return SizeChoice(self._kind.currentData(), self._value.value(), self.resolution.value())

    def show_choice(self, choice: SizeChoice) -> None:
        """Show a choice without telling that it changed."""
        before = self.blockSignals(True)
        self._kind.setCurrentIndex(max(0, self._kind.findData(choice.kind)))
        self.resolution.setValue(choice.dpi)
        self._dress(choice.kind)
        self._value.setValue(choice.value)
        self.blockSignals(before)

    def set_photo(self, size: Size) -> None:
        """The photo whose size is taken as a start when another measure is chosen."""
        self._photo = size

    def _on_kind(self) -> None:
        kind = self._kind.currentData()
        four = self._photo.scaled(SCALE)
        inches = max(four) / self.resolution.value()
        starts = {
            Measure.SCALE: SCALE,
            Measure.LONG_EDGE: max(four),
            Measure.WIDTH: four.width,
            Measure.HEIGHT: four.height,
            Measure.MEGAPIXELS: four.pixels / 1e6,
            PRINT_CM: inches * CM_PER_INCH,
            PRINT_INCHES: inches,
        }
        before = self.blockSignals(True)
        self._dress(kind)
        self._value.setValue(starts[kind])
        self.blockSignals(before)
        self.changed.emit()

    def _dress(self, kind: str) -> None:
        whole = kind in (Measure.LONG_EDGE, Measure.WIDTH, Measure.HEIGHT)
        suffixes = {Measure.SCALE: " ×", Measure.MEGAPIXELS: " MP", PRINT_CM: " cm", PRINT_INCHES: " in"}
        self._value.setDecimals(0 if whole else 1 if kind == Measure.MEGAPIXELS else 2)
        self._value.setSuffix(suffixes.get(kind, " px"))
        self._value.setSingleStep(0.5 if kind == Measure.SCALE else 100 if whole else 1)
        printed = kind in (PRINT_CM, PRINT_INCHES)
        self._value.setToolTip(self.tr("The long edge") if printed else "")
        self.resolution.setVisible(printed)
