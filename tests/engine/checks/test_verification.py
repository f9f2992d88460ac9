"""``fourfold verify`` passes where all is well and fails where something is not."""

from dataclasses import replace
from pathlib import Path

import pytest
from torch import Tensor, nn

from engine.checks import verification
from engine.checks.verification import Check, verify, verify_files, verify_model
from engine.compute.devices import Precision, cpu
from engine.files.formats import SaveOptions
from engine.files.writing import save_picture
from engine.models import catalog
from engine.models.cards import Card
from engine.models.catalog import Entry, Origin
from engine.models.dimensions import Dimensions
from engine.models.loading import Model
from engine.models.weights import Weights, save_weights
from engine.picture import Header, Picture
from tests.engine.making import model

SMALL = Dimensions(blocks=2, width=8)


def outcomes(checks: list[Check]) -> dict[str, bool]:
    return {check.name.rpartition(": ")[2]: check.passed for check in checks}


def checked(made: Model, precision: Precision = Precision.FLOAT32) -> dict[str, bool]:
    return outcomes(list(verify_model(made, cpu(), precision)))


class Wrapped(nn.Module):
    """A network that the engine takes for another program's, and so runs in tiles."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, planes: Tensor) -> Tensor:
        result: Tensor = self.network(planes)
        return result


class Wandering(Wrapped):
    """Gives something else at every call."""

    calls = 0

    def forward(self, planes: Tensor) -> Tensor:
        self.calls += 1
        return super().forward(planes) + 0.01 * self.calls


def test_everything_passes_on_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "small.safetensors"
    made = model(SMALL)
    card = save_weights(path, Weights(Card("Small", SMALL), made.network.state_dict()))
    entries = [*catalog.RESAMPLING, Entry("small", "Small", Origin.TRAINED, path, card)]
    monkeypatch.setattr(catalog, "entries", lambda: entries)
    monkeypatch.setattr(catalog, "find", lambda name: next(entry for entry in entries if entry.id == name))
    checks = list(verify(cpu(), Precision.AUTO))
    assert all(check.passed for check in checks), checks
    names = [check.name for check in checks]
    assert {"nearest: tiles", "bicubic: rows", "Small: tiles", "Small: rows", "Small: precision"} <= set(names)
    assert {"PNG, 16 bits", "JPEG, 8 bits", "TIFF, 16 bits", "AVIF, 8 bits", "JPEG XL, 8 bits"} <= set(names)


def test_a_model_that_does_not_load_is_a_failed_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "broken.safetensors"
    card = save_weights(path, Weights(Card("Broken", SMALL), model(SMALL).network.state_dict()))
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    entry = Entry("broken", "Broken", Origin.TRAINED, path, card)
    monkeypatch.setattr(catalog, "entries", lambda: [entry])
    monkeypatch.setattr(catalog, "find", lambda _: entry)
    first = next(verify(cpu(), Precision.AUTO))
    assert not first.passed and "damaged" in first.sentence


def test_a_halo_too_small_is_found() -> None:
    made = model(SMALL)
    assert checked(made) == {"tiles": True, "rows": True, "precision": True}
    assert checked(replace(made, halo=2)) == {"tiles": False, "rows": True, "precision": True}
    in_tiles = replace(made, halo=2, network=Wrapped(made.network))
    assert checked(in_tiles) == {"tiles": False, "rows": False, "precision": False}


def test_a_device_that_computes_something_else_is_found() -> None:
    made = model(SMALL)
    assert not checked(replace(made, network=Wandering(made.network)))["precision"]


def test_a_reduced_precision_is_named() -> None:
    *_, precision = verify_model(model(SMALL), cpu(), Precision.BFLOAT16)
    assert precision.passed and "in bfloat16 it is" in precision.sentence


def test_a_file_that_comes_back_different_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoiled(picture: Picture, path: Path, options: SaveOptions) -> Header:
        pixels = picture.pixels.copy()
        pixels[5, 5, 0] ^= 1
        return save_picture(Picture(picture.header, pixels), path, options)

    assert all(check.passed for check in verify_files())
    monkeypatch.setattr(verification, "save_picture", spoiled)
    found = {check.name for check in verify_files() if not check.passed}
    assert found == {"PNG, 8 bits", "PNG, 16 bits", "TIFF, 8 bits", "TIFF, 16 bits"}
