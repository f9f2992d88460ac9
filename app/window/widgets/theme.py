"""How the window is coloured: one palette and one style sheet made from tokens, and icons drawn in their colours."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.window.widgets import tokens
from app.window.widgets.style import style_sheet
from app.window.widgets.tokens import Tokens


class ColourScheme(StrEnum):
    """What a person chose; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Applies a colour scheme to the application and holds the tokens in force.

    Signals: ``changed()``, when other tokens are in force.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: ColourScheme = ColourScheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self.tokens = self._choose()
        application.setStyle("Fusion")
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._set_font()
        self._apply()

    @property
    def scheme(self) -> ColourScheme:
        """What was chosen; the tokens say what it comes to."""
        return self._scheme

    def set_scheme(self, scheme: ColourScheme) -> None:
        """Draw the window in other colours from now on."""
        self._scheme = scheme
        self._refresh()

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """An icon of the Phosphor set in the text colour, dimmed where it is disabled."""
        import qtawesome

        colours = {"color": colour or self.tokens.text, "color_disabled": self.tokens.disabled}
        drawn: QIcon = qtawesome.icon(f"ph.{name}", **colours)
        return drawn

    def _refresh(self) -> None:
        self.tokens = self._choose()
        self._apply()
        self.changed.emit()

    def _set_font(self) -> None:
        font = self._application.font()
        font.setPixelSize(tokens.TEXT)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._application.setFont(font)

    def _apply(self) -> None:
        """The old style sheet goes first: with it in force, Qt takes two to four times as long for all of this."""
        self._application.setStyleSheet("")
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))

    def _choose(self) -> Tokens:
        hints = self._application.styleHints()
        match self._scheme:
            case ColourScheme.LIGHT:
                return tokens.LIGHT
            case ColourScheme.DARK:
                return tokens.DARK
            case ColourScheme.CONTRAST:
                return tokens.CONTRAST
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return tokens.CONTRAST
        return tokens.LIGHT if hints.colorScheme() == Qt.ColorScheme.Light else tokens.DARK


def palette(colours: Tokens) -> QPalette:
    """Qt's palette for what the style sheet leaves to the style."""
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.Base: colours.raised,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.secondary,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.secondary))
    return result
