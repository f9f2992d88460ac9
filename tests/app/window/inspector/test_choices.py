"""What a person chose survives being written down."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.window.export.journal import Journal
from app.window.inspector.choices import PRINT_CM, PRINT_INCHES, Choices, SizeChoice
from app.window.inspector.method_choice import MethodChoice
from app.window.inspector.outcome import outcome
from app.window.inspector.preferences import Preferences
from app.window.widgets.theme import ColourScheme
from app.window.widgets.words import duration, file_size, megapixels
from engine.errors import RequestError
from engine.files.formats import Format
from engine.files.naming import IfExists
from engine.geometry import Size
from engine.picture import Header

EVERYTHING = Choices(
    "srresnet",
    MethodChoice(0.4, "cuda:0", "float32", 128, True),
    SizeChoice(PRINT_CM, 30, 240),
    Format.JPEG,
    80,
    16,
    False,
    "{name}-big",
    Path("/results"),
    IfExists.SKIP,
)


def test_choices_survive_json() -> None:
    assert Choices.from_json(EVERYTHING.to_json()) == EVERYTHING
    assert Choices.from_json(Choices().to_json()) == Choices()


def test_what_an_older_version_wrote_is_understood(tmp_path: Path) -> None:
    """It kept the choices of each photo, called the method a recipe, and its models said what photos they are for."""
    written = json.loads(EVERYTHING.to_json())
    written["recipe"] = written.pop("method")
    del written["kind"]
    old = json.dumps(written)
    assert '"recipe"' in old and Choices.from_json(old) == EVERYTHING
    (tmp_path / "queue.json").write_text(json.dumps({"version": 1, "orders": [["/a.png", old]]}), "utf-8")
    assert Journal(tmp_path / "queue.json").read() == [EVERYTHING.order(Path("/a.png"))]


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    photo.touch()
    first = Preferences(tmp_path / "window.ini")
    first.colour_scheme, first.choices = ColourScheme.LIGHT, EVERYTHING
    first.add_speed(1.5)
    first.add_recent(photo)
    first.add_recent(tmp_path / "gone.png")
    del first
    second = Preferences(tmp_path / "window.ini")
    assert (second.colour_scheme, second.choices, second.speed) == (ColourScheme.LIGHT, EVERYTHING, 1.5)
    assert second.recent == [photo]


def test_one_photo_saved_beside_other_work_does_not_spoil_the_estimate(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    assert preferences.speed is None
    for seconds in (9.0, 1.0, 1.1, 30.0, 1.2):
        preferences.add_speed(seconds)
    assert preferences.speed == 1.2
    preferences.add_speed(1.0)
    assert Preferences(tmp_path / "window.ini").speed == 1.1, "the oldest is forgotten"


def test_damaged_preferences_are_those_of_a_first_start(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nversion=1\nlook=plaid\nchoices={\nspeeds=quick\n", "utf-8")
    damaged = Preferences(tmp_path / "window.ini")
    assert (damaged.colour_scheme, damaged.choices, damaged.speed) == (ColourScheme.SYSTEM, Choices(), None)


def test_the_journal_remembers_what_is_open(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "deep" / "queue.json")
    orders = [EVERYTHING.order(tmp_path / "a.png"), Choices().order(tmp_path / "b.png")]
    journal.write(orders)
    assert Journal(tmp_path / "deep" / "queue.json").read() == orders
    journal.write([])
    assert journal.read() == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"orders": [[1]]}', '{"orders": [["a", "{}x"]]}'])
def test_a_damaged_journal_is_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "queue.json").write_text(text, "utf-8")
    assert Journal(tmp_path / "queue.json").read() == []


def test_a_print_is_its_long_edge_at_its_resolution() -> None:
    assert SizeChoice(PRINT_CM, 25.4, 300).sizing().size_for(Size(600, 400)) == Size(3000, 2000)
    assert SizeChoice(PRINT_INCHES, 10, 300).sizing().size_for(Size(400, 600)) == Size(2000, 3000)


def test_a_print_states_its_resolution() -> None:
    assert EVERYTHING.order(Path("a.png")).options_for(Format.PNG).resolution == 240
    assert Choices().order(Path("a.png")).options_for(Format.PNG).resolution is None, "the photo's"


def test_the_target_is_beside_the_photo_or_in_the_folder() -> None:
    beside = Choices("srgan").order(Path("/photos/a.heic")).target_for(Format.HEIC, Size(10, 10))
    assert beside == Path("/photos/a_srgan_4x.png"), "HEIC is not written"
    assert EVERYTHING.order(Path("/photos/a.png")).target_for(Format.PNG, Size(10, 10)) == Path("/results/a-big.jpg")
    with pytest.raises(RequestError):
        Choices(template="{moon}").order(Path("a.png")).target_for(Format.PNG, Size(10, 10))


@pytest.mark.parametrize(
    ("template", "model", "texture", "name"),
    [
        ("{name}_{model}_{scale}x", "srgan", 0.4, "a_srgan-40_4x.png"),
        ("{name}_{model}_{texture}_{scale}x", "srgan", 0.4, "a_srgan_40_4x.png"),
        ("{name}_{model}_{texture}_{scale}x", "srgan-photo", None, "a_srgan-photo_65_4x.png"),
        ("{name}_{model}_{texture}_{scale}x", "srresnet", 0.4, "a_srresnet_4x.png"),
        ("{name} - {texture}", "my own", None, "a.png"),
    ],
)
def test_the_name_tells_the_texture(template: str, model: str, texture: float | None, name: str) -> None:
    order = Choices(model, MethodChoice(texture), template=template).order(Path("a.png"))
    assert order.target_for(Format.PNG, Size(10, 10)).name == name


def test_the_name_is_the_one_that_the_file_will_have(tmp_path: Path) -> None:
    photo, header = tmp_path / "a.png", Header(Size(10, 10), 3, 8)
    chosen = Choices("bicubic")

    def name(if_exists: IfExists) -> str:
        return outcome(photo, header, Format.PNG, replace(chosen, if_exists=if_exists), None).name

    assert {name(each) for each in IfExists} == {"a_bicubic_4x.png"}
    (tmp_path / "a_bicubic_4x.png").touch()
    (tmp_path / "a_bicubic_4x (2).png").touch()
    assert name(IfExists.RENAME) == "a_bicubic_4x (3).png"
    assert name(IfExists.OVERWRITE) == "a_bicubic_4x.png replaces the file there"
    assert name(IfExists.SKIP) == "a_bicubic_4x.png is there and stays"
    assert name(IfExists.ASK) == "a_bicubic_4x.png is there: you will be asked"


def test_what_is_left_open_is_decided_by_the_photo() -> None:
    assert Choices().decided("srgan-photo") == Choices("srgan-photo")
    assert EVERYTHING.decided("srgan-photo") == EVERYTHING


def test_only_the_textured_model_has_a_texture() -> None:
    method = MethodChoice(texture=0.3, tile=64)
    assert method.for_model("srgan") == method == method.for_model("srgan-photo")
    assert method.for_model("srresnet") == MethodChoice(tile=64)


def test_numbers_read_as_people_say_them() -> None:
    assert [duration(s) for s in (0.2, 59, 100, 3600, 7500)] == ["1 s", "59 s", "1 min 40 s", "60 min", "2 h 5 min"]
    assert [file_size(b) for b in (12, 340e6, 1.2e9)] == ["12 B", "340 MB", "1.2 GB"]
    assert megapixels(Size(4000, 3000)) == "12 MP"


def test_a_tiny_size_is_said_once(tmp_path: Path) -> None:
    told = outcome(tmp_path / "a.png", Header(Size(24, 16), 3, 8), Format.PNG, Choices("bicubic"), None)
    assert told.size.splitlines()[0] == "96 × 64"
