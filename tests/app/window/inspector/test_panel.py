"""The panel under a person's hands: the wheel scrolls it, nothing in it jumps, everything goes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.window.inspector.choices import PRINT_CM, Choices, SizeChoice
from app.window.inspector.panel import Inspector
from app.window.shell.main_window import MainWindow
from app.window.widgets.theme import ColourScheme, Theme
from app.window.widgets.tokens import INSPECTOR_WIDTH
from app.window.widgets.wheel import WheelByFocus
from engine.files.formats import Format
from engine.files.reading import open_photo
from engine.jobs.assessment import Damage, damage_of
from engine.models.catalog import AUTO, AUTO_TEXTURED, NEAREST
from tests.app.window.inspector.test_choices import EVERYTHING
from tests.conftest import ROOT

HEIGHT_AT_800 = 724
FIELDS = (QComboBox, QAbstractSpinBox, QSlider)


def turn(widget: QWidget, notches: int = -1) -> None:
    """Turn the wheel over a widget; what it does not take comes to those that it lies on."""
    at = widget.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    at_last = widget.window()
    while not event.isAccepted() and widget is not at_last:  # Qt does so itself with those of a real wheel alone
        event.accept()
        QApplication.sendEvent(widget, event)
        widget = widget.parentWidget()


@pytest.fixture
def inspector(qapp: QApplication, qtbot: QtBot) -> Iterator[Inspector]:
    """As in a window of 1280 x 800, with the models that ship and a photo."""
    Theme(qapp, ColourScheme.LIGHT)
    made = Inspector()
    qtbot.addWidget(made)
    made.resize(INSPECTOR_WIDTH, HEIGHT_AT_800)
    show(made, Format.JPEG)
    made.show()
    qapp.processEvents()
    return made


def show(inspector: Inspector, format: Format, damage: Damage | None = None) -> None:
    sample = open_photo(ROOT / "resources" / "samples" / "leaves.jpg")
    inspector.show_photo(sample.path, sample.header, format, "srgan", damage or damage_of(sample))


def value(field: QWidget) -> object:
    return field.currentIndex() if isinstance(field, QComboBox) else field.value()


def test_the_wheel_scrolls_the_panel_and_a_field_only_with_the_focus(inspector: Inspector, qapp: QApplication) -> None:
    inspector.resize(INSPECTOR_WIDTH, 300)
    inspector.activateWindow()
    qapp.processEvents()
    bar = inspector.findChild(QScrollArea).verticalScrollBar()
    kinds, quality = inspector.models.kinds.kinds, inspector.files.quality
    for field in (kinds, quality.slider, quality.number, inspector.sizes._value, inspector.files.format):
        before, place = value(field), bar.value()
        turn(field)
        assert value(field) == before and bar.value() > place, field.accessibleName()
        bar.setValue(0)
        assert not field.hasFocus(), "nor does the wheel give it the focus"
    quality.number.setFocus()
    turn(quality.number)
    assert quality.value() == 94 and bar.value() == 0
    quality.slider.setFocus()
    turn(quality.slider)
    assert quality.value() == 89 and bar.value() == 0


def test_no_field_of_the_window_takes_the_wheel_in_passing(window: MainWindow) -> None:
    fields = [field for page in (window, window.train) for kind in FIELDS for field in page.findChildren(kind)]
    assert len(fields) > 15
    inside = [field for field in fields if not isinstance(field.parent(), FIELDS)]
    assert [field.accessibleName() for field in inside if field.focusPolicy() == Qt.FocusPolicy.WheelFocus] == []
    assert [field.accessibleName() for field in inside if field.findChild(WheelByFocus) is None] == []
    before = [value(field) for field in inside]
    for field in inside:
        turn(field, 1)
        turn(field, -1)
        turn(field, -1)
    assert [value(field) for field in inside] == before


def _places(inspector: Inspector) -> dict[str, QPoint]:
    files, models = inspector.files, inspector.models
    parts = {"kinds": models.kinds, "texture": models.texture, "size": inspector.sizes, "format": files.format}
    parts |= {"quality": files.quality, "name": files.template, "more": files.more, "save": inspector.save}
    inside = inspector.findChild(QScrollArea).widget()
    QApplication.processEvents()
    return {name: part.mapTo(inspector, QPoint()) for name, part in parts.items()} | {"width": inside.width()}


def test_nothing_jumps(inspector: Inspector) -> None:
    before = _places(inspector)
    show(inspector, Format.PNG, Damage(40, 9.0, 0.02))
    assert _places(inspector) == before, "another photo"
    assert not inspector.files.quality.isEnabled()
    inspector.show_choices(Choices(NEAREST, quality=70, size=SizeChoice(PRINT_CM, 30)))
    assert inspector.sizes.resolution.isVisible() and _places(inspector) == before, "other choices"
    inspector.show_choices(Choices(size=SizeChoice(value=90)))
    assert inspector.problem.isVisible() and _places(inspector) == before, "a size that cannot be"
    inspector.show_nothing()
    assert _places(inspector) == before, "no photo"
    inspector.resize(INSPECTOR_WIDTH, 400)
    assert _places(inspector) | {"save": before["save"]} == before, "a bar to scroll by"


def test_everything_goes_back(inspector: Inspector, qtbot: QtBot) -> None:
    told: list[Choices] = []
    inspector.changed.connect(told.append)
    assert not inspector.reset_all.isVisible()
    inspector.show_choices(EVERYTHING)
    resets = [*(head.reset for head in inspector._heads.values()), inspector.computing.reset]
    assert not any(reset.isHidden() for reset in [*resets, inspector.reset_all])
    for count, reset in enumerate(resets, 1):
        reset.click()
        assert reset.isHidden() and len(told) == count
    assert told[-1] == Choices() == inspector.choices() and inspector.reset_all.isHidden()
    inspector.show_choices(EVERYTHING)
    inspector.reset_all.click()
    assert told[-1] == Choices()


def test_half_the_height_of_seven_radio_buttons(inspector: Inspector) -> None:
    """Seven with their hints took 208 pixels."""
    assert inspector.models.methods.height() <= 104


def test_a_long_name_is_cut_and_told_whole(inspector: Inspector, tmp_path: Path) -> None:
    inspector.files.template.setText("{name}" + "-and-on" * 20)
    preview = inspector.files.preview
    QApplication.processEvents()
    assert "…" in preview.text() and preview.toolTip() == preview.whole() and len(preview.whole()) > 140


def test_the_columns_of_methods_stand_apart(inspector: Inspector) -> None:
    radios = inspector.models.methods.radios
    left, right = radios[AUTO], radios[AUTO_TEXTURED]
    assert right.x() - (left.x() + left.sizeHint().width()) >= 12
    assert all(radio.width() >= radio.sizeHint().width() for radio in radios.values())
