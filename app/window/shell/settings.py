"""The page of settings. What is chosen holds at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from app.window.inspector.preferences import Preferences
from app.window.widgets.fields import keep_place, label, name_field, row
from app.window.widgets.language import LANGUAGES, tr
from app.window.widgets.page import Page
from app.window.widgets.theme import ColourScheme, Theme
from app.window.widgets.wheel import wheel_by_focus


class SettingsPage(Page):
    """What is chosen holds at once, but for the language.

    Signals: ``surround_changed()``, when another colour is to be around the photo; ``about_asked()`` and
    ``restart_asked()``, by their buttons.
    """

    surround_changed = Signal()
    about_asked = Signal()
    restart_asked = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(tr("Settings"))
        self._theme = theme
        self._preferences = preferences
        self.colour_scheme = self._combo(self.tr("Appearance"), self._colour_schemes(), preferences.colour_scheme)
        self.surround = self._combo(self.tr("Around the photo"), self._surrounds(), preferences.surround)
        languages = {"": self.tr("System")} | LANGUAGES
        self.language = self._combo(self.tr("Language"), languages, preferences.language)
        self._language_now = preferences.language
        self.later = self._later()
        self.column.addWidget(self.later)
        about = QPushButton(self.tr("About Fourfold"))
        about.clicked.connect(self.about_asked)
        self.column.addWidget(about, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.colour_scheme.currentIndexChanged.connect(self._on_colour_scheme)
        self.surround.currentIndexChanged.connect(self._on_surround)
        self.language.currentIndexChanged.connect(self._on_language)

    def _colour_schemes(self) -> dict[str, str]:
        return {
            ColourScheme.SYSTEM: self.tr("System"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
            ColourScheme.CONTRAST: self.tr("High contrast"),
        }

    def _surrounds(self) -> dict[str, str]:
        return {
            "": self.tr("Window"),
            "#000000": self.tr("Black"),
            "#767676": self.tr("18 % grey"),
            "#ffffff": self.tr("White"),
        }

    def _combo(self, name: str, choices: Mapping[str, str], chosen: object) -> QComboBox:
        combo = wheel_by_focus(QComboBox())
        name_field(combo, name)
        combo.setMinimumWidth(220)
        for value, text in choices.items():
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        line = QHBoxLayout()
        line.addWidget(label(name), 1)
        line.addWidget(combo)
        self.column.addLayout(line)
        return combo

    def _later(self) -> QWidget:
        """Where another language is chosen: when it comes, and a way to have it now."""
        later = QWidget()
        restart = QPushButton(self.tr("Restart now"))
        restart.clicked.connect(self.restart_asked)
        said = label(self.tr("The language changes when Fourfold starts the next time."), "quiet")
        said.setWordWrap(True)
        later.setLayout(row(said, restart))
        keep_place(later)
        later.hide()
        return later

    def _on_colour_scheme(self) -> None:
        self._preferences.colour_scheme = ColourScheme(self.colour_scheme.currentData())
        self._theme.set_scheme(self._preferences.colour_scheme)

    def _on_language(self) -> None:
        self._preferences.language = self.language.currentData()
        self.later.setVisible(self._preferences.language != self._language_now)

    def _on_surround(self) -> None:
        self._preferences.surround = self.surround.currentData()
        self.surround_changed.emit()
