"""What tiles look like: compared with the engine's own pixels."""

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColorSpace, QImage

from app.window.canvas import rendering
from app.window.canvas.layers import BICUBIC, Layer, Map
from app.window.canvas.rendering import Renderer, TileKey
from app.window.canvas.results import Results
from app.window.canvas.tiles import SCREEN_TILE, Cell, cells, plane_size
from app.window.photos.photo import LoadedPhoto, load_photo
from app.window.photos.pixels import opaque, to_qimage
from engine.geometry import Region
from engine.models.resampling import resize


def save(path: Path, width: int, height: int) -> Path:
    coarse = np.random.default_rng(0).integers(0, 256, (height // 4, width // 4, 3), np.uint8)
    Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedPhoto:
    return load_photo(save(tmp_path_factory.mktemp("photos") / "beach.png", 180, 132))


def colours(image: QImage) -> NDArray[np.uint8]:
    """(h, w, 3) of a tile."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return data[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.uint8)


def whole(renderer: Renderer, layer: Layer, zoom: float) -> NDArray[np.uint8]:
    """All tiles of a zoom put together."""
    size = plane_size(renderer.photo.size, zoom)
    drawn = np.zeros((size.height, size.width, 3), np.uint8)
    for cell in cells(Region.of(size), SCREEN_TILE):
        tile = colours(renderer.draw(TileKey(renderer.photo.number, layer, zoom, cell)).image)
        region = cell.region(SCREEN_TILE).clipped(Region.of(size))
        drawn[region.top : region.bottom, region.left : region.right] = tile
    return drawn


def test_bicubic_at_one_to_one_is_the_engines(loaded: LoadedPhoto) -> None:
    drawn = whole(Renderer(loaded, Results()), Layer(BICUBIC), 4)
    planes = torch.from_numpy(loaded.pixels.copy()).permute(2, 0, 1).double()
    exact = resize(planes, *drawn.shape[:2]).clamp(0, 255).round().permute(1, 2, 0).numpy()
    stray = np.abs(drawn[8:-8, 8:-8].astype(int) - exact[8:-8, 8:-8])
    assert stray.max() <= 4 and stray.mean() < 0.5, "the drawing rounds to 8 bits between its two passes"


@given(zoom=st.sampled_from([0.3, 0.77, 1.0, 1.37, 2.5, 4.0, 6.3]), model=st.sampled_from([BICUBIC, "srgan"]))
def test_tiles_have_no_seams(loaded: LoadedPhoto, zoom: float, model: str) -> None:
    """Tiles put together equal one tile as large as all, but for rounding."""
    results = Results()
    made = np.random.default_rng(1).integers(0, 256, (4 * 64, 4 * 64, 3), np.uint8)
    results.put(loaded.number, "srgan", "recipe", Region(64, 0, 128, 64), made)
    renderer = Renderer(loaded, results)
    drawn = whole(renderer, Layer(model), zoom).astype(int)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "SCREEN_TILE", 4096)
        key = TileKey(loaded.number, Layer(model), zoom, Cell(0, 0))
        at_once = colours(renderer.draw(key).image)
    assert (np.abs(drawn - at_once) > 2).mean() < 0.005, "a pixel on the very border of two may fall to either"


def test_results_are_shown_pixel_for_pixel(loaded: LoadedPhoto) -> None:
    results = Results()
    made = np.random.default_rng(1).integers(0, 256, (4 * 132, 4 * 180, 3), np.uint8)
    results.put(loaded.number, "srgan", "recipe", Region.of(loaded.size), made)
    drawn = whole(Renderer(loaded, results), Layer("srgan"), 4)
    assert np.array_equal(drawn, made)


def test_above_one_to_one_a_result_pixel_is_a_square(loaded: LoadedPhoto) -> None:
    drawn = whole(Renderer(loaded, Results()), Layer(BICUBIC), 16)
    assert np.array_equal(drawn[0::4, 0::4], drawn[3::4, 3::4])


def test_what_is_not_computed_yet_is_bicubic(loaded: LoadedPhoto) -> None:
    renderer = Renderer(loaded, Results())
    assert np.array_equal(whole(renderer, Layer("srgan"), 4), whole(renderer, Layer(BICUBIC), 4))


def test_the_fidelity_map_is_grey_where_nothing_is_wrong(loaded: LoadedPhoto) -> None:
    results = Results()
    renderer = Renderer(loaded, results)
    faithful = whole(renderer, Layer(BICUBIC, Map.FIDELITY), 4)
    wrong = np.zeros((4 * 132, 4 * 180, 3), np.uint8)
    results.put(loaded.number, "srgan", "recipe", Region.of(loaded.size), wrong)
    amber = whole(renderer, Layer("srgan", Map.FIDELITY), 4)
    tint, strong = (np.ptp(drawn.astype(int), axis=2).mean() for drawn in (faithful, amber))
    assert tint < 30 < 100 < strong, "grey where nothing is wrong"


def test_the_difference_to_itself_is_grey(loaded: LoadedPhoto) -> None:
    drawn = whole(Renderer(loaded, Results()), Layer(BICUBIC, Map.DIFFERENCE, BICUBIC), 4)
    assert (drawn == 128).all()


def test_a_tile_knows_which_results_it_was_drawn_from(loaded: LoadedPhoto) -> None:
    results = Results()
    renderer, key = Renderer(loaded, results), TileKey(loaded.number, Layer("srgan"), 4, Cell(0, 0))
    before = renderer.draw(key).version
    results.put(loaded.number, "srgan", "recipe", Region(0, 0, 64, 64), np.zeros((256, 256, 3), np.uint8))
    assert renderer.draw(key).version > before


def test_another_colour_space_is_shown_in_the_screens() -> None:
    red = np.full((4, 4, 3), (200, 60, 60), np.uint8)
    wide = colours(to_qimage(red, QColorSpace(QColorSpace.NamedColorSpace.DisplayP3)))
    assert wide[0, 0, 0] > 200, "the same numbers mean a stronger red in Display P3"
    assert np.array_equal(colours(to_qimage(red)), red)


def test_what_the_screen_shows_by_itself_is_not_converted() -> None:
    red = np.full((4, 4, 3), (200, 60, 60), np.uint8)
    wide = QColorSpace(QColorSpace.NamedColorSpace.DisplayP3)
    assert np.array_equal(colours(to_qimage(red, wide, wide)), red)
    assert colours(to_qimage(red, screen=wide))[0, 0, 0] < 200, "a wider screen needs less of its red"


def test_what_is_transparent_shows_a_chequerboard() -> None:
    clear = opaque(np.zeros((16, 16, 4), np.uint8))
    assert len(np.unique(clear)) == 2
    solid = opaque(np.full((16, 16, 4), 255, np.uint8))
    assert (solid == 255).all()


def test_sixteen_bits_stay_with_the_engine_and_are_shown_in_eight(tmp_path: Path) -> None:
    import tifffile

    pixels = np.random.default_rng(0).integers(0, 65536, (40, 50, 3), np.uint16)
    tifffile.imwrite(tmp_path / "deep.tif", pixels, photometric="rgb")
    photo = load_photo(tmp_path / "deep.tif")
    assert np.array_equal(photo.pixels, pixels)
    assert np.array_equal(photo.levels[0], pixels >> 8)


def test_the_squares_of_two_pieces_meet() -> None:
    clear = np.zeros((40, 40, 4), np.uint8)
    assert np.array_equal(opaque(clear)[5:, 3:], opaque(clear[5:, 3:], left=3, top=5))
