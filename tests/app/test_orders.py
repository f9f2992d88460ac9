"""The window and the command line ask for the same when a person chooses the same."""

from pathlib import Path

import pytest

from app.cli.ordering import orders_from
from app.cli.parser import make_parser
from app.window.inspector.choices import PRINT_INCHES, Choices, SizeChoice
from app.window.inspector.method_choice import MethodChoice
from engine.errors import RequestError
from engine.files.batch import Found
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.jobs.saving import SaveOrder
from engine.jobs.sizing import Measure


def ordered(photo: Path, *words: object, folder: Path = Path()) -> SaveOrder:
    arguments = make_parser().parse_args(["upscale", str(photo), *map(str, words)])
    (order,) = orders_from(arguments, [Found(photo, folder)])
    return order


def test_without_choices_both_ask_for_the_same(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    assert ordered(photo, "--if-exists", "rename") == Choices().order(photo)


def test_the_same_choices_are_the_same_order(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    words = "--model srgan --texture 0.4 --device cuda:0 --precision float32 --tile 128 --ensemble --megapixels 24"
    words += " --format jpeg --quality 80 --depth 16 --no-metadata --name {name}-big --if-exists skip"
    choices = Choices(
        "srgan",
        MethodChoice(0.4, "cuda:0", "float32", 128, True),
        SizeChoice(Measure.MEGAPIXELS, 24),
        Format.JPEG,
        80,
        16,
        False,
        "{name}-big",
        tmp_path,
        IfExists.SKIP,
    )
    assert ordered(photo, *words.split(), "-o", tmp_path) == choices.order(photo)


def test_a_print_is_a_long_edge(tmp_path: Path) -> None:
    printed = Choices(size=SizeChoice(PRINT_INCHES, 10, 300)).order(tmp_path / "a.png")
    assert printed.sizing == ordered(tmp_path / "a.png", "--long-edge", 3000).sizing
    assert printed.options.resolution == 300


@pytest.mark.parametrize("model", ["srresnet", "bicubic"])
def test_a_model_without_texture_has_none_to_choose(model: str, tmp_path: Path) -> None:
    order = Choices(model, MethodChoice(texture=0.4)).order(tmp_path / "a.png")
    assert order.method == ordered(tmp_path / "a.png", "--model", model).method


def test_folders_keep_their_shape_and_a_file_is_named_itself(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    photo.touch()
    inside = ordered(photo, "-o", tmp_path / "out", folder=Path("deep")).naming
    assert (inside.folder, inside.file) == (tmp_path / "out" / "deep", None)
    alone = ordered(photo, "-o", tmp_path / "big.jpg")
    assert (alone.naming.folder, alone.naming.file, alone.format) == (None, tmp_path / "big.jpg", Format.JPEG)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "big.png", "--format", "jpeg"], "contradict"),
        (["-o", "big.bmp"], "names no format that Fourfold writes; it writes .png"),
        (["--quality", "0"], "1 to 100"),
        (["--tile", "0"], "1 to 1024"),
        (["--name", "{moon}"], "{moon}"),
    ],
)
def test_what_makes_no_sense_is_said_before_the_first_photo(words: list[str], said: str, tmp_path: Path) -> None:
    with pytest.raises(RequestError) as error:
        ordered(tmp_path / "a.png", *words)
    assert said in error.value.sentence
