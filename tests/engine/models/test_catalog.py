"""What models there are: two kernels, what ships, what is the person's own."""

import sys
from pathlib import Path
from typing import BinaryIO

import platformdirs
import pytest
import torch
from safetensors.torch import save_file

from engine.errors import BadWeights, CannotSave, ModelError, UnknownModel
from engine.models import catalog
from engine.models.cards import Card
from engine.models.catalog import Origin
from engine.models.dimensions import Dimensions
from engine.models.weights import Weights, save_weights
from tests.engine.making import generator

DIMENSIONS = Dimensions(blocks=0, width=1)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, made for the test."""
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    folder = tmp_path / "fourfold" / "models"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for what ships."""
    monkeypatch.setattr(catalog, "files", lambda package: tmp_path / package)
    folder = tmp_path / "resources" / "weights"
    folder.mkdir(parents=True)
    return folder


def save_small(path: Path, name: str = "Small") -> Path:
    state = dict(generator(DIMENSIONS, dtype=torch.float32).state_dict())
    save_weights(path, Weights(Card(name, DIMENSIONS), state))
    return path


def listed() -> list[tuple[str, str, Origin]]:
    return [(entry.id, entry.title, entry.origin) for entry in catalog.entries()]


def test_nearest_and_bicubic_come_first_then_what_ships_then_ones_own(shipped: Path, own: Path) -> None:
    save_small(shipped / "srgan-x4.safetensors")
    save_small(shipped / "srresnet-x4.safetensors")
    save_small(shipped / "leftover.safetensors")  # the list is explicit
    save_small(own / "leaves.safetensors", "Leaves")
    assert listed() == [
        ("nearest", "Nearest neighbour", Origin.RESAMPLING),
        ("bicubic", "Bicubic", Origin.RESAMPLING),
        ("srresnet", "SRResNet", Origin.SHIPPED),
        ("srgan", "SRGAN", Origin.SHIPPED),
        ("leaves", "Leaves", Origin.TRAINED),
    ]


def test_without_folders_there_are_only_the_kernels(shipped: Path, own: Path) -> None:
    own.rmdir()
    assert [entry.id for entry in catalog.entries()] == ["nearest", "bicubic"]


def test_ones_own_models_by_name_trained_or_foreign(own: Path) -> None:
    save_small(own / "zebra.safetensors", "Stripes")
    save_small(own / "UPPER.SAFETENSORS", "Upper")
    save_file({"a": torch.zeros(1)}, own / "other.safetensors")
    (own / "anime.PTH").write_bytes(b"not looked into")
    (own / "notes.txt").write_text("no model")
    (own / ".half.safetensors.part").write_bytes(b"")
    assert [entry for entry in listed() if entry[2] in (Origin.TRAINED, Origin.FOREIGN)] == [
        ("UPPER", "Upper", Origin.TRAINED),
        ("anime", "anime", Origin.FOREIGN),
        ("other", "other", Origin.FOREIGN),
        ("zebra", "Stripes", Origin.TRAINED),
    ]


def test_a_damaged_file_of_ones_own_is_left_out_and_the_others_stay(own: Path) -> None:
    save_small(own / "good.safetensors")
    (own / "bad.safetensors").write_bytes(b"12345678 and more")
    (own / "folder.safetensors").mkdir()
    assert [entry.id for entry in catalog.entries() if entry.origin is Origin.TRAINED] == ["good"]
    with pytest.raises(BadWeights, match=r"bad\.safetensors"):
        catalog.find(str(own / "bad.safetensors"))


def test_find_by_id_and_by_path(own: Path, tmp_path: Path) -> None:
    save_small(own / "leaves.safetensors", "Leaves")
    elsewhere = save_small(tmp_path / "stones.safetensors", "Stones")
    assert catalog.find("bicubic").origin is Origin.RESAMPLING
    assert catalog.find("leaves").path == own / "leaves.safetensors"
    found = catalog.find(str(elsewhere))
    assert (found.id, found.title, found.path) == ("stones", "Stones", elsewhere)
    assert found.card is not None and found.card.dimensions == DIMENSIONS


def test_an_unknown_name_is_told_with_the_known_ones(own: Path) -> None:
    save_small(own / "leaves.safetensors")
    with pytest.raises(UnknownModel, match=r"^There is no model called lanczos; there are nearest, bicubic.* leaves"):
        catalog.find("lanczos")
    with pytest.raises(UnknownModel, match=r"^There is no weights file .*nowhere\.pth\.$"):
        catalog.find("nowhere.pth")


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_the_folder_follows_the_systems_convention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert catalog.user_folder() == tmp_path / "share" / "fourfold" / "models"


def test_adding_copies_and_removing_can_be_undone(own: Path, tmp_path: Path) -> None:
    own.rmdir()  # made when it is first needed
    path = save_small(tmp_path / "stones.safetensors", "Stones")
    entry = catalog.add(path, "my stones")
    assert (entry.id, entry.title, entry.path) == ("my stones", "Stones", own / "my stones.safetensors")
    assert catalog.find("my stones") == entry and path.exists()
    with pytest.raises(ModelError, match=r"my stones already"):
        catalog.add(path, "my stones")
    removed = catalog.remove("my stones")
    assert "my stones" not in [each.id for each in catalog.entries()]
    assert catalog.restore(removed) == entry == catalog.find("my stones")
    removed = catalog.remove("my stones")
    catalog.add(path, "my stones")
    with pytest.raises(ModelError, match=r"another model called my stones"):
        catalog.restore(removed)
    catalog.purge()
    assert [each.name for each in own.iterdir()] == ["my stones.safetensors"] and path.exists()
    with pytest.raises(UnknownModel, match=r"gone for good"):
        catalog.restore(removed)


def test_a_shipped_model_answers_to_its_file_name_too(own: Path, tmp_path: Path) -> None:
    assert catalog.find("srresnet-x4") == catalog.find("srresnet")
    with pytest.raises(ModelError, match=r"srresnet-x4 already"):
        catalog.add(save_small(tmp_path / "stones.safetensors"), "srresnet-x4")


@pytest.mark.parametrize("name", ["", ".", "..", "../stones", "a/b", "auto"])
def test_a_name_that_is_no_file_name_or_means_something_else_is_refused(own: Path, tmp_path: Path, name: str) -> None:
    path = save_small(tmp_path / "stones.safetensors")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelError, match=r"name"):
        catalog.add(path, name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["bicubic", "srgan", "nothing"])
def test_only_ones_own_models_can_be_removed(name: str) -> None:
    with pytest.raises(UnknownModel, match=rf"no model of your own called {name}"):
        catalog.remove(name)


def test_adding_says_when_the_folder_cannot_be_written(own: Path, tmp_path: Path) -> None:
    path = save_small(tmp_path / "stones.safetensors")
    own.rmdir()
    own.write_text("a file where the folder should be")
    with pytest.raises(CannotSave, match=r"^The model was not added to "):
        catalog.add(path, "stones")


def test_models_of_a_pair_know_each_other() -> None:
    assert catalog.pair_of("srgan") == catalog.pair_of("srresnet") == catalog.CLEAN
    assert catalog.pair_of("srgan-photo") == catalog.PHOTO and catalog.pair_of("bicubic") is None
    assert catalog.is_textured("srgan-photo") and not catalog.is_textured("srresnet-photo")
    assert {name for pair in (catalog.CLEAN, catalog.PHOTO) for name in pair} == {each[0] for each in catalog.SHIPPED}


def test_a_full_disk_leaves_nothing_behind(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(source: BinaryIO, target: BinaryIO) -> None:
        target.write(source.read(100))
        raise OSError(28, "No space left on device")

    path = save_small(tmp_path / "stones.safetensors")
    monkeypatch.setattr("shutil.copyfileobj", half)
    with pytest.raises(CannotSave, match="the disk is full"):
        catalog.add(path, "stones")
    assert list(own.iterdir()) == []
