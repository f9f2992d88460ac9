"""The one style sheet of the window, built from tokens. No widget sets a colour of its own."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from string import Template

from app.window.widgets.tokens import CONTROL, LIGHT, RADIUS, SCROLL_BAR, SMALL, Tokens


def style_sheet(colours: Tokens) -> str:
    """The style sheet in these colours. Widgets name their part by the property ``kind``."""
    light = colours is LIGHT
    drawings = {
        "chevron": _drawing("chevron-light" if light else "chevron-dark"),
        "chevron_on_photo": _drawing("chevron-dark"),
        "tick": _drawing("tick-light" if light else "tick-dark"),
    }
    measures = {"control": CONTROL - 2, "radius": RADIUS, "small": SMALL, "bar": SCROLL_BAR}
    return _SHEET.substitute(asdict(colours), **drawings, **measures)


def _drawing(name: str) -> str:
    return Path(str(files("resources") / "drawings" / f"{name}.svg")).as_posix()


_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel#qt_msgbox_label, QLabel#qt_msgbox_informativelabel { padding: 2px 0; }
QLabel#qt_msgbox_label { font-weight: 600; }
QLabel { background: transparent; }
QLabel[kind="head"] { color: $secondary; font-size: ${small}px; font-weight: 600; letter-spacing: 1px; }
QLabel[kind="quiet"] { color: $secondary; font-size: ${small}px; }
QLabel[kind="small"] { font-size: ${small}px; }
QLabel[kind="title"] { font-size: 20px; font-weight: 500; }
QLabel[kind^="verdict"] { font-size: 28px; font-weight: 500; }
QLabel[kind="verdict-good"] { color: $good; }
QLabel[kind="verdict-warn"] { color: $warn; }
QLabel[kind="verdict-bad"] { color: $bad; }
QLabel[kind="bad"] { color: $bad; font-size: ${small}px; }
QLabel[kind="warn"] { color: $warn; font-size: ${small}px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QWidget[kind="top"] { background: $window; border-bottom: 1px solid $line; }
QWidget[kind="map"] { background: $panel; border: 1px solid $line; border-left: none; border-bottom: none; }
QWidget[kind="bottom"] { background: $window; border-top: 1px solid $line; }
QWidget[kind="inspector"] { background: $panel; border-left: 1px solid $line; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="notice"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    min-height: ${control}px; padding: 0 12px; }
QPushButton:hover { border-color: $secondary; }
QPushButton:pressed { background: $selected; }
QPushButton:disabled { color: $secondary; background: transparent; }
QDialog QPushButton:focus, QDialog QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus { border: 1px solid $accent; }
QPushButton[kind="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="main"]:hover, QDialog QPushButton[kind="main"]:focus { border-color: $text; }
QPushButton[kind="main"]:disabled { background: $raised; color: $secondary; border-color: $line; }
QPushButton[tight="true"] { padding: 0 8px; }
QPushButton[kind="chip"] { background: transparent; color: $secondary; border-color: transparent; }
QPushButton[kind="chip"]:hover { color: $text; }
QPushButton[kind="chip"]:checked { background: $selected; color: $text; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: none; color: $accent; padding: 0; }
QPushButton[kind="pick"]::menu-indicator { image: url("$chevron"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QPushButton[kind="small-link"] { background: transparent; border: none; color: $accent; padding: 0;
    min-height: 14px; font-size: ${small}px; }
QPushButton[kind="small-link"]:hover, QPushButton[kind="small-link"]:focus { text-decoration: underline; }
QPushButton[kind="link"]:hover { text-decoration: underline; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: ${radius}px;
    min-height: ${control}px; padding: 0 6px; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $selected; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="menu"]::menu-indicator { image: url("$chevron"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QToolButton[kind="menu"]::menu-indicator:disabled { image: none; }
QToolButton[kind="tab"] { padding: 0 12px; color: $secondary; }
QToolButton[kind="tab"]:checked { color: $text; font-weight: 600; }
QToolButton[kind="menu"] { background: $panel; border: 1px solid $line; padding: 0 20px 0 8px; }
QToolButton[kind="pane"] { background: rgba(20, 20, 20, 190); color: #f0f0f0; border: 1px solid transparent;
    border-radius: ${radius}px; padding: 0 26px 0 10px; }
QToolButton[kind="pane"]::menu-indicator { image: url("$chevron_on_photo"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 9px; }
QToolButton[kind="pane"]:hover { background: rgba(40, 40, 40, 230); }
QFrame[kind="pane"] { background: rgba(20, 20, 20, 190); color: #f0f0f0; border-radius: ${radius}px;
    font-size: ${small}px; }
QWidget[kind="on-pane"] { color: #f0f0f0; font-size: ${small}px; background: transparent; }
QToolButton[kind="pane"][focused="true"] { border: 1px solid rgba(255, 255, 255, 120); }
QToolButton[kind="recent"] { color: $secondary; font-size: ${small}px; padding: 4px; }
QToolButton[kind="recent"]:hover { color: $text; }
QWidget[kind="segments"] { background: $panel; border: 1px solid $line; border-radius: ${radius}px; }
QWidget[kind="segments"] QToolButton { min-height: 24px; padding: 0 7px; border: none; border-radius: 4px; }

QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox {
    background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    min-height: ${control}px; padding: 0 8px; selection-background-color: $accent;
    selection-color: $on_accent; }
QComboBox:hover, QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover { border-color: $secondary; }
QComboBox:disabled, QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
    color: $secondary; background: transparent; }
QSpinBox, QDoubleSpinBox { max-height: ${control}px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; }
QComboBox QAbstractItemView, QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${control}px; padding: 0 8px; border-radius: 4px;
    border: 1px solid transparent; }
QMenu::item { padding: 4px 23px 4px 9px; border-radius: 4px; border: 1px solid transparent; }
QComboBox QAbstractItemView::item:selected, QMenu::item:selected { background: $selected; color: $text;
    border: 1px solid $accent; }
QMenu::item:disabled { color: $secondary; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QCheckBox, QRadioButton { spacing: 6px; min-height: 24px; }
QRadioButton::indicator, QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $secondary;
    background: $raised; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: $accent; }

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: $track; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $text;
    border: none; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QSlider::sub-page:horizontal:disabled { background: $track; }
QSlider::handle:horizontal:disabled { background: $secondary; }

QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QListView { background: $panel; border: none; border-right: 1px solid $line; }
QListView[kind="grid"] { background: transparent; border: none; }
QListView[kind="models"] { border: 1px solid $line; border-radius: ${radius}px; padding: 4px; }
QListView[kind="models"]::item { min-height: 32px; padding: 0 8px; border-radius: 4px; color: $text; }
QListView[kind="models"]::item:selected { background: $selected; color: $text; }
QTableView { background: $panel; border: 1px solid $line; border-radius: ${radius}px;
    gridline-color: $line; }
QTableView::item { padding: 4px 8px; }
QHeaderView::section { background: $panel; color: $secondary; border: none; border-bottom: 1px solid $line;
    padding: 6px 11px; }
QPlainTextEdit { padding: 4px; background: $raised; border: 1px solid $line; border-radius: ${radius}px; }

QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar[kind="idle"]::handle, QScrollBar[kind="idle"]::handle:hover { background: transparent; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
