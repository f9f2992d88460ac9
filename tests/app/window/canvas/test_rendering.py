"""What tiles look like: compared with the engine's own pixels."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColorSpace, QImage

from app.window.canvas import rendering
from app.window.canvas.layers import BICUBIC, NEAREST, PHOTO, Layer, Map
from app.window.canvas.readout import read_out
from app.window.canvas.rendering import Renderer, TileKey
from app.window.canvas.results import Grid, Results
from app.window.canvas.tiles import SCREEN_TILE, Cell, cells
from app.window.canvas.view import View
from app.window.canvas.viewport import Point
from app.window.photos.photo import LoadedPhoto, load_photo
from app.window.photos.pixels import opaque, to_qimage
from engine.compute.runner import ModelRunner
from engine.geometry import Region, Size
from engine.jobs.preview import computed
from engine.models.loading import load_model


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


def grid_of(photo: LoadedPhoto, scale: float = 4) -> Grid:
    """Of a result so many times as large."""
    size = Size(round(photo.size.width * scale), round(photo.size.height * scale))
    return Grid.of(photo.number, photo.size, size)


def whole(renderer: Renderer, layer: Layer, zoom: float, scale: float = 4) -> NDArray[np.uint8]:
    """All tiles of a zoom put together."""
    grid = grid_of(renderer.photo, scale)
    size = View().with_photo(renderer.photo.size, "srgan", grid.size).plane(zoom)
    drawn = np.zeros((size.height, size.width, 3), np.uint8)
    for cell in cells(Region.of(size), SCREEN_TILE):
        tile = colours(renderer.draw(TileKey(layer, grid, size, cell)).image)
        region = cell.region(SCREEN_TILE).clipped(Region.of(size))
        drawn[region.top : region.bottom, region.left : region.right] = tile
    return drawn


@pytest.mark.parametrize("scale", [0.5, 1.3, 2, 2.47, 4, 6])
@pytest.mark.parametrize("model", [BICUBIC, NEAREST])
def test_what_needs_no_network_is_drawn_as_the_engine_saves_it(loaded: LoadedPhoto, model: str, scale: float) -> None:
    drawn = whole(Renderer(loaded, Results()), Layer(model), scale, scale)
    size = Size(drawn.shape[1], drawn.shape[0])
    exact = computed(ModelRunner(load_model(model)), loaded.pixels, Region.of(size), size)
    stray = np.abs(drawn.astype(int) - exact)
    assert stray.max() <= 1 and (stray > 0).mean() < 0.001, "also at the borders, but for sums in another order"


@given(zoom=st.sampled_from([0.3, 0.77, 1.0, 1.37, 2.5, 4.0, 6.3]), model=st.sampled_from([BICUBIC, "srgan"]))
def test_tiles_have_no_seams(loaded: LoadedPhoto, zoom: float, model: str) -> None:
    """Tiles put together equal one tile as large as all, but for rounding."""
    results = Results()
    made = np.random.default_rng(1).integers(0, 256, (4 * 64, 4 * 64, 3), np.uint8)
    results.put(grid_of(loaded), "srgan", "recipe", Region(256, 0, 512, 256), made)
    renderer = Renderer(loaded, results)
    drawn = whole(renderer, Layer(model), zoom).astype(int)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "SCREEN_TILE", 4096)
        key = TileKey(Layer(model), grid_of(loaded), Size(drawn.shape[1], drawn.shape[0]), Cell(0, 0))
        at_once = colours(renderer.draw(key).image)
    assert (np.abs(drawn - at_once) > 2).mean() < 0.005, "a pixel on the very border of two may fall to either"


def test_results_are_shown_pixel_for_pixel(loaded: LoadedPhoto) -> None:
    results = Results()
    for scale in (4, 2, 2.47, 6):
        grid = grid_of(loaded, scale)
        made = np.random.default_rng(1).integers(0, 256, (grid.size.height, grid.size.width, 3), np.uint8)
        results.put(grid, "srgan", "recipe", Region.of(grid.size), made)
        drawn = whole(Renderer(loaded, results), Layer("srgan"), scale, scale)
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
    results.put(grid_of(loaded), "srgan", "recipe", Region.of(grid_of(loaded).size), wrong)
    amber = whole(renderer, Layer("srgan", Map.FIDELITY), 4)
    tint, strong = (np.ptp(drawn.astype(int), axis=2).mean() for drawn in (faithful, amber))
    assert tint < 30 < 100 < strong, "grey where nothing is wrong"


def test_the_difference_to_itself_is_grey(loaded: LoadedPhoto) -> None:
    drawn = whole(Renderer(loaded, Results()), Layer(BICUBIC, Map.DIFFERENCE, BICUBIC), 4)
    assert (drawn == 128).all()


def test_a_tile_knows_which_results_it_was_drawn_from(loaded: LoadedPhoto) -> None:
    results = Results()
    grid = grid_of(loaded)
    renderer, key = Renderer(loaded, results), TileKey(Layer("srgan"), grid, grid.size, Cell(0, 0))
    before = renderer.draw(key).version
    results.put(grid, "srgan", "recipe", Region(0, 0, 256, 256), np.zeros((256, 256, 3), np.uint8))
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


def test_the_figures_under_the_pointer_are_the_results(loaded: LoadedPhoto) -> None:
    results, grid = Results(), grid_of(loaded, 2)
    renderer, at = Renderer(loaded, results), Point(40.6, 30.2)
    assert read_out(renderer, Layer("srgan"), grid, at) == "", "nothing is known of it yet"
    results.put(grid, "srgan", "recipe", Region.of(grid.size), np.full((264, 360, 3), (7, 80, 255), np.uint8))
    assert read_out(renderer, Layer("srgan"), grid, at).split() == ["7", "80", "255"]
    own = loaded.pixels[30, 40]
    assert read_out(renderer, Layer(PHOTO), grid, at).split() == [str(value) for value in own]
    assert read_out(renderer, Layer(BICUBIC, Map.DIFFERENCE, BICUBIC), grid, at).split() == ["0", "0", "0"]
    wrong = abs(np.array([7, 80, 255]) - own).mean()
    assert float(read_out(renderer, Layer("srgan", Map.FIDELITY), grid, at)) == pytest.approx(wrong, abs=0.06)
