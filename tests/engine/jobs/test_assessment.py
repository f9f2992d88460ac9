"""The quick look at a photo: compression, noise and softness are found where they are, and nowhere else."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import gaussian_filter

from engine.files.formats import Format
from engine.files.reading import open_photo
from engine.jobs import advice
from engine.jobs.advice import advise, suited
from engine.jobs.assessment import LEAST_BYTES_PER_PIXEL, Damage, Sign, damage_of, estimate
from engine.jobs.method import Method
from engine.models import catalog
from engine.models.catalog import Entry, Origin

CLEAN = Damage(quality=97, noise=0.8, detail=0.1)


def scene(width: int = 400, height: int = 300) -> NDArray[np.float64]:
    """(height, width, 3) in grey levels: sharp-edged tiles of many colours on a slope, between 40 and 215."""
    rng = np.random.default_rng(0)
    tiles = rng.uniform(-55, 55, (height // 20, width // 20, 3)).repeat(20, 0).repeat(20, 1)
    return 128 + tiles + np.linspace(-30, 30, width)[None, :, None]


def look(picture: NDArray[np.float64], bands: int = 1) -> Damage:
    pixels = picture.round().clip(0, 255).astype(np.uint8)
    return estimate(np.array_split(pixels, bands), pixels.shape[0] * pixels.shape[1], quality=100)


def test_a_sharp_photo_shows_no_damage() -> None:
    found = look(scene())
    assert found.signs == () and found.noise < 1 and found.reason == "sharp and clean"


@pytest.mark.parametrize("level", [4, 6, 10, 20])
@pytest.mark.parametrize("bands", [1, 7])
def test_noise_is_measured(level: float, bands: int) -> None:
    noise = np.random.default_rng(1).normal(0, level, scene().shape)
    found = look(scene() + noise, bands)
    assert found.noise == pytest.approx(level, rel=0.2) and found.signs == (Sign.NOISY,)
    assert found.reason == f"noise of {found.noise:.0f} grey levels"


def test_noise_is_the_same_in_16_bits_and_in_grey() -> None:
    noisy = (scene() + np.random.default_rng(1).normal(0, 6, scene().shape)).round().clip(0, 255)
    deep, grey = (noisy * 257).astype(np.uint16), noisy[:, :, 1:2].astype(np.uint8)
    expected = look(noisy)
    for pixels in (deep, grey):
        found = estimate([pixels], 400 * 300, 100)
        assert found.noise == pytest.approx(expected.noise, rel=1e-4)
        assert found.detail == pytest.approx(expected.detail, rel=1e-4)


def test_blur_is_seen() -> None:
    detail = [look(gaussian_filter(scene(), (sigma, sigma, 0))).detail for sigma in (0, 0.6, 0.9, 1.5)]
    assert detail == sorted(detail, reverse=True)
    assert look(gaussian_filter(scene(), (1.5, 1.5, 0))).signs == (Sign.SOFT,)


def test_what_was_enlarged_holds_no_detail_at_its_own_pixels() -> None:
    large = Image.fromarray(scene().round().astype(np.uint8)).resize((800, 600), Image.Resampling.BICUBIC)
    found = look(np.asarray(large).astype(float))
    assert found.signs == (Sign.SOFT,) and found.reason == "no detail at 100 %"


def lettered(ink: float, paper: float) -> NDArray[np.float64]:
    """(320, 480, 3): lines of letters."""
    drawn = Image.new("L", (480, 320), 255)
    for top in range(10, 300, 22):
        text = "A photograph of the quiet harbour at night"
        ImageDraw.Draw(drawn).text((10, top), text, 0, ImageFont.load_default(16))
    share = np.asarray(drawn)[:, :, None].repeat(3, 2) / 255
    return ink + (paper - ink) * share


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (215, 30), (40, 235)])
@pytest.mark.parametrize("bands", [1, 7])
def test_letters_on_a_screen_are_seen_and_are_no_noise(ink: float, paper: float, bands: int) -> None:
    found = look(lettered(ink, paper), bands)
    assert found.graphic and found.signs == () and found.reason == "text or graphics"


def test_a_scan_is_print_and_its_grain_is_noise() -> None:
    light = np.linspace(-8, 8, 480)[None, :, None]
    grain = np.random.default_rng(1).normal(0, 5, (320, 480, 3))
    scan = gaussian_filter(lettered(40, 230), (0.5, 0.5, 0)) + light + grain
    found = look(scan)
    assert found.graphic and found.signs == (Sign.NOISY,)


def test_an_object_on_white_is_a_photo() -> None:
    picture = np.full((300, 400, 3), 255.0)
    picture[60:240, 80:320] = gaussian_filter(np.random.default_rng(2).normal(120, 900, (180, 240, 3)), (4, 4, 0))
    assert not look(picture).graphic


def test_text_and_graphics_are_not_invented_unless_a_person_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("srresnet", "srgan", "srresnet-photo", "srgan-photo")
    monkeypatch.setattr(catalog, "entries", lambda: [Entry(name, "", Origin.SHIPPED) for name in names])
    page = replace(CLEAN, graphic=True)
    assert advise(page).model == "srresnet" and advise(page).sentence == "text or graphics, so srresnet"
    assert advise(replace(page, noise=5)).model == "srresnet-photo"
    assert advise(page, catalog.AUTO_TEXTURED).model == "srgan"
    assert advise(page, Method(catalog.AUTO, texture=0.4).left_open).model == "srgan", "who chose texture gets it"


def test_calm_photos_with_blown_lights_are_noisy_all_the_same() -> None:
    picture = np.full((300, 400, 3), 120.0)
    picture += np.random.default_rng(1).normal(0, 6, picture.shape)
    picture[:, :208] = 255
    assert look(picture).noise == pytest.approx(6, rel=0.2)


@pytest.mark.parametrize("size", [(1, 1), (15, 200), (16, 16), (17, 33)])
def test_any_size_can_be_looked_at(size: tuple[int, int]) -> None:
    assert look(np.full((*size, 3), 100.0)).quality == 100


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".png"])
def test_a_photo_is_looked_at_as_it_lies_in_its_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    Image.fromarray(scene(900, 700).round().astype(np.uint8)).save(path, quality=60)
    photo = open_photo(path)
    found = damage_of(photo)
    assert found == damage_of(photo, photo.picture().pixels), "one that is decoded already is judged alike"
    assert found.format is photo.format
    assert (Sign.COMPRESSED in found.signs) == (suffix != ".png")
    assert found.quality == (pytest.approx(60, abs=2) if suffix == ".jpg" else 100), "WebP does not tell its quality"
    assert (found.bytes_per_pixel < LEAST_BYTES_PER_PIXEL) == (suffix == ".webp")


@pytest.mark.parametrize("options", [{"quality": 98}, {"lossless": True, "quality": 0}])
def test_webp_that_lost_little_is_clean(tmp_path: Path, options: dict[str, object]) -> None:
    path = tmp_path / "a.webp"
    grain = np.random.default_rng(1).normal(0, 2, scene(900, 700).shape)
    Image.fromarray((scene(900, 700) + grain).round().astype(np.uint8)).save(path, **options)
    assert damage_of(open_photo(path)).signs == ()


def test_a_reason_gives_the_figure_that_the_format_tells() -> None:
    assert Damage(62, 0, 0.1).reason == "JPEG of quality 62"
    assert Damage(100, 0, 0.1, Format.WEBP, 0.104).reason == "WebP of 0.10 bytes a pixel"


def test_damage_asks_for_the_photo_pair_and_its_absence_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = Damage(quality=62, noise=5.2, detail=0.1)
    monkeypatch.setattr(catalog, "entries", lambda: [Entry("srgan", "SRGAN", Origin.SHIPPED)])
    assert advise(CLEAN).model == "srgan"
    assert advise(damaged).model == "srgan" and "srgan-photo is not there" in advise(damaged).sentence
    both = [Entry(name, "SRGAN", Origin.SHIPPED) for name in ("srgan", "srgan-photo")]
    monkeypatch.setattr(catalog, "entries", lambda: both)
    assert advise(damaged) == advice.Advice("srgan-photo", "JPEG of quality 62, noise of 5 grey levels, so srgan-photo")
    assert advise(CLEAN).model == "srgan"


def test_a_method_that_leaves_the_pair_open_gets_its_model_of_that_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = Damage(quality=62, noise=5.2, detail=0.1)
    names = ("srresnet", "srgan", "srresnet-photo", "srgan-photo")
    monkeypatch.setattr(catalog, "entries", lambda: [Entry(name, "", Origin.SHIPPED) for name in names])
    assert advise(damaged, catalog.AUTO_FAITHFUL).model == "srresnet-photo"
    assert advise(damaged, catalog.AUTO_TEXTURED).model == "srgan-photo"
    assert advise(CLEAN, catalog.AUTO_FAITHFUL).model == "srresnet"


def test_the_suited_model_is_of_the_same_kind() -> None:
    damaged = Damage(quality=62, noise=0, detail=0.1)
    assert suited("srresnet", damaged) == "srresnet-photo" and suited("srgan-photo", damaged) == "srgan-photo"
    assert suited("srresnet-photo", CLEAN) == "srresnet" and suited("bicubic", damaged) == "bicubic"
