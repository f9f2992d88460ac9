"""What shows and from where: values without widgets, and the scene that asks for what they need."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.panes import Arrangement
from app.window.canvas.scene import Scene
from app.window.canvas.view import View
from app.window.canvas.viewport import Point
from app.window.inspector.method_choice import MethodChoice
from app.window.photos.photo import load_photo
from app.window.platform.engine_link import EngineLink
from engine.geometry import Size
from engine.models.catalog import SCALE
from tests.app.window.conftest import save_noise

PHOTO_SIZE, CANVAS = Size(200, 150), Size(800, 600)


@pytest.fixture
def view() -> View:
    return View().resized(CANVAS).with_photo(PHOTO_SIZE, "srgan")


def test_the_first_photo_is_shown_whole(view: View) -> None:
    assert view.fitted and view.viewport.zoom == SCALE
    assert view.viewport.centre == Point(100, 75)
    assert view.resized(Size(400, 300)).viewport.zoom == 2, "also after the canvas has changed"


def test_what_is_nearer_than_the_whole_is_kept_for_the_next_photo(view: View) -> None:
    near = view.zoomed(16).centred_on(Point(50, 75))
    assert not near.fitted
    after = near.with_photo(Size(400, 300), "srgan")
    assert after.viewport.zoom == 16 and after.viewport.centre == Point(100, 150)
    assert view.with_photo(Size(400, 300), "srgan").viewport.zoom == 2


def test_a_larger_canvas_for_a_while_moves_nothing(view: View) -> None:
    before = view.zoomed(5).panned(500, 400)
    larger = before.resized(Size(1000, 700))
    assert larger.viewport.centre != before.viewport.centre, "without gaps"
    assert larger.resized(CANVAS).viewport == before.viewport
    moved = larger.panned(-10, 0)
    assert moved.resized(CANVAS).viewport.centre == moved.viewport.centre, "a hand says where to look from then on"


def test_without_a_photo_there_is_nowhere_to_look() -> None:
    empty = View().resized(CANVAS)
    assert empty.panned(5, 5) == empty.centred_on(Point(3, 3)) == empty
    assert empty.photo_at(Point(1, 1)) is None


def test_a_pane_moved_alone_comes_back_in_step(view: View) -> None:
    apart = view.arranged(Arrangement.SIDE_BY_SIDE).zoomed(16).unlocked(0, 32, 0)
    first, second = apart.panes
    assert first.viewport.centre.x == second.viewport.centre.x - 2
    assert apart.fit().panes[0].viewport == apart.fit().panes[1].viewport


def test_the_chosen_model_is_in_the_last_pane_and_beside_it_what_it_is_compared_with(view: View) -> None:
    assert view.with_model("srresnet").layers == (Layer(BICUBIC), Layer("srresnet"))
    assert view.with_model(BICUBIC).layers == (Layer(PHOTO), Layer(BICUBIC))
    assert view.with_model("srresnet").arranged(Arrangement.GRID).layers[-1] == Layer("srresnet")
    own = view.with_layer(0, Layer("srgan")).with_model("srresnet")
    assert own.layers == (Layer("srgan"), Layer("srresnet")), "what a person chose beside it stays"


def test_nothing_shows_a_reference_that_is_gone(view: View) -> None:
    shown = view.with_layer(0, Layer(REFERENCE)).with_layer(1, Layer("srgan", Map.DIFFERENCE, REFERENCE))
    assert shown.without_reference().layers == (Layer(BICUBIC), Layer("srgan"))


def test_the_pixel_under_the_pointer(view: View) -> None:
    assert view.photo_at(Point(400, 300)) == Point(100, 75)
    far = view.zoomed(1)
    assert far.photo_at(Point(10, 10)) is None


@pytest.fixture
def scene(qapp: QApplication, tmp_path: Path) -> Iterator[Scene]:
    """With a photo, and an engine that never starts."""
    made = Scene(EngineLink())
    made.view = made.view.resized(CANVAS)
    made.show_photo(load_photo(save_noise(tmp_path / "photos" / "beach.png", *PHOTO_SIZE)))
    yield made
    made.close()


def test_whatever_is_set_asks_for_what_it_needs(scene: Scene, qtbot: QtBot) -> None:
    for view in (replace(scene.view, divider=0.2), scene.view.arranged(Arrangement.GRID), scene.view.zoomed(8)):
        with qtbot.waitSignal(scene.changed):
            scene.view = view
        assert scene.view == view
        keys = [key for pane in view.panes for key in scene.keys(pane)]
        qtbot.waitUntil(lambda keys=keys: all(map(scene.tiles.is_fresh, keys)))
    assert scene.is_refining(Layer("srgan")) is True
    with qtbot.waitSignal(scene.changed):
        scene.method = MethodChoice(texture=0.5)


def test_what_is_the_same_asks_for_nothing(scene: Scene, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scene.changed):
        scene.view = replace(scene.view)
        scene.method = MethodChoice()
