"""Automatic: each photo is shown and saved by the model that suits it, and the inspector says which and why."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from pytestqt.qtbot import QtBot

from app.window.canvas.layers import Layer, Map
from app.window.export.journal import Journal
from app.window.export.tickets import Stage
from app.window.inspector.choices import Choices
from app.window.inspector.model_choice import PhotoKind
from app.window.inspector.models import ModelField
from app.window.shell.main_window import MainWindow
from engine.files.formats import Format
from engine.files.reading import open_photo
from engine.jobs.assessment import Damage
from engine.jobs.saving import decide
from engine.models.catalog import AUTO, AUTO_FAITHFUL
from tests.app.window.conftest import PATIENCE, MakeWindow


@pytest.fixture
def tiles() -> Image.Image:
    """Sharp and clean, 200 x 150."""
    colours = np.random.default_rng(0).integers(40, 216, (15, 20, 3), np.uint8)
    return Image.fromarray(colours.repeat(10, 0).repeat(10, 1))


@pytest.fixture
def clean(tmp_path: Path, tiles: Image.Image) -> Path:
    path = tmp_path / "photos" / "clean.png"
    path.parent.mkdir(exist_ok=True)
    tiles.save(path)
    return path


@pytest.fixture
def sent(clean: Path, tiles: Image.Image) -> Path:
    """The same after it went through a messenger."""
    path = clean.with_name("sent.jpg")
    tiles.save(path, quality=50)
    return path


@pytest.fixture
def both_pairs(models: Path) -> None:
    """Beside the clean pair that for noisy or compressed photos."""
    for name in ("srresnet", "srgan"):
        shutil.copy(models / f"{name}.safetensors", models / f"{name}-photo.safetensors")


def show(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open([path])
    scene = window.page.scene
    qtbot.waitUntil(lambda: scene.photo is not None and scene.photo.path == path, timeout=PATIENCE)


def name_shown(window: MainWindow) -> str:
    return window.page.viewer.labels.buttons[1].text().strip()


@pytest.mark.usefixtures("both_pairs")
def test_each_photo_is_shown_by_the_model_that_suits_it(
    new_window: MakeWindow, sent: Path, clean: Path, qtbot: QtBot
) -> None:
    window = new_window()
    inspector, scene = window.page.inspector, window.page.scene
    found = inspector.models.kinds.found
    assert inspector.choices().model == AUTO, "in settings that are new"
    before = found.whole()
    show(window, sent, qtbot)
    assert found.whole() == "This photo: JPEG of quality 50"
    assert scene.view.layers[-1] == Layer("srgan-photo")
    assert name_shown(window) == "Textured (SRGAN), noisy or compressed · 65 %"
    assert inspector.files.preview.whole() == "sent_srgan-photo_4x.jpg"
    assert inspector.models.texture.isEnabled()
    show(window, clean, qtbot)
    assert found.whole() == "This photo: sharp and clean"
    assert scene.view.layers[-1] == Layer("srgan") and name_shown(window) == "Textured (SRGAN) · 85 %"
    window.page.list.remove([window.page.list.photos.path(0)])
    window.page.list.remove([window.page.list.photos.path(0)])
    assert found.whole() == before


@pytest.mark.usefixtures("both_pairs")
def test_letters_are_shown_faithfully_until_a_person_chooses_texture(
    new_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = Image.new("RGB", (240, 160), "white")
    for top in range(4, 150, 16):
        ImageDraw.Draw(page).text((4, top), "Letters that nobody should invent", "black", ImageFont.load_default(12))
    path = tmp_path / "page.png"
    page.save(path)
    window = new_window()
    inspector, scene = window.page.inspector, window.page.scene
    show(window, path, qtbot)
    assert inspector.models.kinds.found.whole() == "This photo: text or graphics"
    assert scene.view.layers[-1] == Layer("srresnet") and inspector.models.texture.value() == 0
    assert inspector.files.preview.whole() == "page_srresnet_4x.png"
    inspector.models.texture.slider.setValue(40)
    assert scene.view.layers[-1] == Layer("srgan")
    assert inspector.files.preview.whole() == "page_srgan-40_4x.png"
    decided = decide(inspector.choices().order(path), open_photo(path))
    assert decided is not None and decided.order.method.model == "srgan", "what is saved is what is shown"


def test_webp_is_said_to_be_compressed_and_nothing_more(qtbot: QtBot) -> None:
    field = ModelField()
    qtbot.addWidget(field)
    field.show_advice("srgan-photo", Damage(100, 0.8, 0.1, Format.WEBP, bytes_per_pixel=0.1))
    assert field.kinds.found.whole() == "This photo: compressed WebP"


@pytest.mark.usefixtures("both_pairs")
def test_maps_follow_and_another_model_is_one_press_away(
    new_window: MakeWindow, sent: Path, clean: Path, qtbot: QtBot
) -> None:
    window = new_window()
    inspector, scene = window.page.inspector, window.page.scene
    show(window, sent, qtbot)
    for _ in range(2):
        window.actions_["maps"].trigger()
    assert scene.view.layers[-1] == Layer("srgan-photo", Map.INVENTION, "srresnet-photo")
    show(window, clean, qtbot)
    assert scene.view.layers[-1] == Layer("srgan", Map.INVENTION, "srresnet")
    window.actions_["maps"].trigger()
    assert inspector.choices().model == AUTO and scene.view.layers[-1] == Layer("srgan")
    window.actions_["show_auto-faithful"].trigger()
    assert inspector.choices().model == AUTO and scene.view.layers[-1] == Layer("srresnet"), "only looked at"
    inspector.choose_model(AUTO_FAITHFUL)
    show(window, sent, qtbot)
    assert scene.view.layers[-1] == Layer("srresnet-photo"), "the method is kept, for what this photo is like"
    inspector.models.kinds.kinds.setCurrentIndex(1)
    assert scene.view.layers[-1] == Layer("srresnet"), "what a person says goes before what was found"
    inspector.models.kinds.kinds.setCurrentIndex(0)
    inspector.choose_model(AUTO)
    assert inspector.choices().model == AUTO and scene.view.layers[-1] == Layer("srgan-photo")
    inspector.choose_model("bicubic")
    assert new_window().page.inspector.choices().model == "bicubic", "also at the next start"


def test_without_its_models_a_damaged_photo_is_taken_as_a_clean_one(
    window: MainWindow, sent: Path, qtbot: QtBot
) -> None:
    show(window, sent, qtbot)
    assert window.page.scene.view.layers[-1] == Layer("srgan")
    assert "its models are missing" in window.page.inspector.models.kinds.found.whole()


@pytest.mark.usefixtures("both_pairs")
def test_all_are_saved_each_by_its_own(new_window: MakeWindow, sent: Path, clean: Path, qtbot: QtBot) -> None:
    """Photos that were never shown are looked at when their turn comes; one that is no photo fails alone."""
    window = new_window()
    bad = sent.with_name("bad.jpg")
    bad.write_bytes(sent.read_bytes()[:700])
    queue = window.page.queue
    queue.add(window.page.inspector.choices().order(path) for path in (sent, bad, clean))
    qtbot.waitUntil(lambda: not queue.is_open, timeout=PATIENCE)
    assert [ticket.stage for ticket in queue.tickets] == [Stage.SAVED, Stage.FAILED, Stage.SAVED]
    assert sent.with_name("sent_srgan-photo_4x.jpg").exists() and clean.with_name("clean_srgan_4x.png").exists()


@pytest.mark.usefixtures("both_pairs")
def test_a_method_and_a_kind_of_photo_are_saved_as_they_are_chosen(
    new_window: MakeWindow, sent: Path, clean: Path, qtbot: QtBot
) -> None:
    """Faithful finds its pair for each photo, unless a person says what the photos are like."""
    queue = new_window().page.queue
    faithful, repaired = Choices(AUTO_FAITHFUL), Choices(AUTO_FAITHFUL, kind=PhotoKind.DAMAGED)
    queue.add([faithful.order(sent), faithful.order(clean)])
    qtbot.waitUntil(lambda: not queue.is_open, timeout=PATIENCE)
    queue.add([repaired.order(clean)])
    qtbot.waitUntil(lambda: not queue.is_open, timeout=PATIENCE)
    assert sent.with_name("sent_srresnet-photo_4x.jpg").exists() and clean.with_name("clean_srresnet_4x.png").exists()
    assert clean.with_name("clean_srresnet-photo_4x.png").exists()


@pytest.mark.usefixtures("both_pairs")
def test_a_queue_that_goes_on_after_a_crash_keeps_the_model(
    new_window: MakeWindow, sent: Path, clean: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """What runs is remembered with the model that was found, what waits is still open."""
    window = new_window()
    queue = window.page.queue
    kept: list[list[str]] = []
    queue.changed.connect(
        lambda _: kept.append([order.method.model for order in Journal(tmp_path / "queue.json").read()])
    )
    queue.add([Choices().order(sent), Choices().order(clean)])
    qtbot.waitUntil(lambda: not queue.is_open, timeout=PATIENCE)
    assert [AUTO, AUTO] in kept and ["srgan-photo", AUTO] in kept and ["srgan"] in kept


def test_each_pair_has_its_own_texture_until_a_person_chooses(qtbot: QtBot) -> None:
    field = ModelField()
    qtbot.addWidget(field)
    assert (field.texture.value(), field.share) == (85, None)
    field.show_advice("srgan-photo")
    assert (field.texture.value(), field.share) == (65, None)
    field.texture.set_value(40)
    field.show_advice("srgan")
    assert (field.texture.value(), field.share) == (40, 0.4)
    field.texture.set_value(85)
    field.show_advice("srgan-photo")
    assert (field.texture.value(), field.share) == (65, None), "back at its default it follows the photo again"
