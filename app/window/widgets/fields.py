"""Small parts that the panels are built from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, Qt, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.window.widgets.wheel import wheel_by_focus
from engine.texts import shown_lines


class Label(QLabel):
    """A text as it stands: Qt takes no part of it for HTML, and what is hidden in it is shown."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(shown_lines(text))


def label(text: str, kind: str = "", parent: QWidget | None = None) -> Label:
    """A text; ``kind`` is a word of the style sheet."""
    made = Label(text, parent)
    made.setProperty("kind", kind)
    return made


def tip(text: str) -> str:
    """A text for a tooltip, which shows it as it stands."""
    plain = shown_lines(text)
    return Qt.convertFromPlainText(plain) if Qt.mightBeRichText(plain) else plain


def rule() -> QFrame:
    """A thin line between groups."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def row(*parts: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; the first takes what is left over."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for number, part in enumerate(parts):
        layout.addWidget(part, 1 if number == 0 else 0)
    return layout


def combo(name: str, choices: Mapping[Any, str]) -> QComboBox:
    """A choice of values by their texts, as narrow as its place; ``name`` is for screen readers."""
    made = wheel_by_focus(QComboBox())
    name_field(made, name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    for value, text in choices.items():
        made.addItem(text, value)
    return made


def menu_button(name: str, width: int) -> QToolButton:
    """A button that opens a menu, once it has one; ``name`` is its tooltip and for screen readers."""
    button = QToolButton()
    button.setProperty("kind", "menu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFixedWidth(width)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def name_field(combo: QComboBox, name: str) -> None:
    """Say what is chosen there. On Linux Qt gives screen readers the choice as its name, so it is described as well."""
    combo.setAccessibleName(name)
    combo.setAccessibleDescription(name)


class SliderField(QWidget):
    """A slider with its number beside it, which can be typed. Double-click takes the default.

    Signals: ``changed(value)``.
    """

    changed = Signal(int)

    def __init__(self, least: int, most: int, default: int, name: str, suffix: str = "") -> None:
        super().__init__()
        self._default = default
        self.slider = wheel_by_focus(_Slider(Qt.Orientation.Horizontal))
        self.slider.setRange(least, most)
        self.slider.setAccessibleName(name)
        self.slider.reset.connect(lambda: self.slider.setValue(self._default))
        self.number = wheel_by_focus(QSpinBox())
        self.number.setRange(least, most)
        self.number.setSuffix(suffix)
        self.number.setFixedWidth(64)
        self.slider.setMinimumWidth(40)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName(name)
        self.slider.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self.changed)
        self.slider.setValue(default)
        self.setLayout(row(self.slider, self.number))

    def value(self) -> int:
        """Where the slider stands."""
        return self.slider.value()

    def set_value(self, value: int) -> None:
        """Move the slider, which tells of it by ``changed``."""
        self.slider.setValue(value)

    def set_default(self, default: int) -> None:
        """What a double-click goes back to."""
        self._default = default


class _Slider(QSlider):
    reset = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = 5 if event.angleDelta().y() > 0 else -5
        self.setValue(self.value() + step)
        event.accept()


class OneLine(QLabel):
    """A quiet text of one line, cut in its middle where there is no room; its tooltip is the whole. Where it has
    nothing to say its place stays free, so that nothing below moves.
    """

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "quiet")
        self.setMinimumWidth(1)
        keep_place(self)

    def whole(self) -> str:
        """The text, uncut."""
        return self._whole

    def say(self, text: str) -> None:
        """Show a text; an empty one hides the label."""
        self._whole = text
        self.setVisible(bool(text))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(cut)
        self.setAccessibleName(self._whole)
        self.setToolTip("" if cut == self._whole else self._whole)


def keep_place(widget: QWidget) -> None:
    """Let a widget keep its place while it is hidden, so that nothing moves when it comes and goes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def scrolling(inside: QWidget) -> QScrollArea:
    """A place to scroll what is inside. Its bar has its room always, and shows where there is something to scroll. The
    keyboard scrolls it by going on to what is inside.
    """
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    keep_bar(area)
    area.setWidget(inside)
    return area


def keep_bar(area: QAbstractScrollArea) -> None:
    """Keep room for the vertical bar, so that nothing moves when it comes; without something to scroll it is unseen."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setVerticalScrollBar(_IdleBar())


class _IdleBar(QScrollBar):
    """Is not seen where there is nothing to scroll."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.rangeChanged.connect(self._on_range)
        set_kind(self, "idle")

    def _on_range(self, least: int, most: int) -> None:
        set_kind(self, "idle" if least == most else "")


class Fold(QWidget):
    """A part that opens below a link."""

    def __init__(self, closed: str, opened: str) -> None:
        super().__init__()
        self._texts = (closed, opened)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.setCheckable(True)
        self._body = QWidget()
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(0, 4, 0, 0)
        self.inside.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)
        self._button.toggled.connect(self.open)
        self.open(False)

    def open(self, opened: bool) -> None:
        """Show what is inside, or hide it."""
        self._button.setChecked(opened)
        self._button.setText(self._texts[opened])
        self._body.setVisible(opened)


def set_kind(widget: QWidget, kind: str) -> None:
    """Let the style sheet draw a widget as another kind."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
