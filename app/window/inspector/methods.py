"""The method, in one glance: four radio buttons, and a fifth for all other models."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.window.inspector.model_choice import METHODS
from app.window.inspector.more_models import MoreModels
from app.window.widgets.titles import model_title
from engine.models import catalog

MORE = "more"
COLUMNS = 2


class MethodField(QWidget):
    """What each method does is in its tooltip.

    Signals: ``changed()``, when a person chose another; ``import_asked()``, for weights of their own.
    """

    changed = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.radios = {method: self._radio(model_title(method), hint) for method, hint in self._hints().items()}
        self.radios[MORE] = self._radio(self.tr("More"), self.tr("Nearest, and models of your own"))
        self.more = MoreModels()
        self._lay_out()
        self.choose(catalog.AUTO)
        self._group.buttonClicked.connect(self.changed)
        self.more.picked.connect(self._on_picked)
        self.more.import_asked.connect(self.import_asked)

    def _hints(self) -> dict[str, str]:
        hints = {
            catalog.AUTO: self.tr("Looks at each photo and takes the model that suits it"),
            catalog.AUTO_TEXTURED: self.tr("Sharp, with texture that looks right but is invented"),
            catalog.BICUBIC: self.tr("Smooth, without a network"),
            catalog.AUTO_FAITHFUL: self.tr("Shows only what the photo supports"),
        }
        return {method: hints[method] for method in METHODS}

    def _radio(self, title: str, hint: str) -> QRadioButton:
        radio = QRadioButton(title)
        radio.setToolTip(hint)
        radio.setAccessibleDescription(hint)
        self._group.addButton(radio)
        return radio

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)  # at least: what is left of the width stands between the columns
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for number, method in enumerate(METHODS):
            grid.addWidget(self.radios[method], number // COLUMNS, number % COLUMNS)
        more = QHBoxLayout()
        more.setSpacing(12)
        more.addWidget(self.radios[MORE])
        more.addWidget(self.more, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(grid)
        whole.addLayout(more)

    def method(self) -> str:
        """An id of the catalog, maybe an open one."""
        held = next(method for method, radio in self.radios.items() if radio.isChecked())
        return self.more.model if held == MORE else held

    def choose(self, method: str) -> None:
        """Choose a method; leave it to Fourfold where there is none of that id."""
        if method not in METHODS and self.more.hold(method):
            method = MORE
        self.radios.get(method, self.radios[catalog.AUTO]).setChecked(True)

    def reload(self) -> None:
        """Read the catalog again; what was chosen stays if it is still there."""
        chosen = self.method()
        self.more.reload()
        self.choose(chosen)

    def focus(self) -> None:
        """Let the keyboard choose."""
        next(radio for radio in self.radios.values() if radio.isChecked()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_picked(self) -> None:
        self.radios[MORE].setChecked(True)
        self.changed.emit()
