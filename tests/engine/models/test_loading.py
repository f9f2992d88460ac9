"""Models ready to compute: kernels, the paper's network, mixes, and other programs' networks, which are not trusted."""

import hashlib
import os
import pickle
import random
from pathlib import Path

import numpy as np
import platformdirs
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.errors import BadWeights, ModelError, UnknownModel
from engine.models import catalog
from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.loading import Model, generator_of, import_model, load_model
from engine.models.resampling import bicubic_taps, nearest_taps, resize
from engine.models.torchvision_operators import define_missing_operators
from engine.models.weights import Weights, load_weights, mixed, save_weights
from tests.engine.making import generator, noise

PLANES = noise(1, 3, 9, 7, dtype=torch.float32)
SMALL = Dimensions(blocks=1, width=2)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, made for the test."""
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    return tmp_path / "fourfold" / "models"


def save_small(path: Path, seed: int = 0, name: str = "Small") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_weights(path, Weights(Card(name, SMALL), dict(generator(SMALL, seed=seed, dtype=torch.float32).state_dict())))
    return path


def compact(seed: int = 0, channels: int = 3) -> nn.Module:
    """A small network of a kind that many people share: Real-ESRGAN's compact one."""
    define_missing_operators()
    from spandrel.architectures.Compact import Compact

    torch.manual_seed(seed)
    network = Compact(num_in_ch=channels, num_out_ch=channels, num_feat=4, num_conv=1, upscale=2)
    return network.eval().requires_grad_(False)


def save_foreign(path: Path, network: nn.Module) -> Path:
    if path.suffix.lower() == ".safetensors":
        save_file(network.state_dict(), path)
    else:
        torch.save({"params": network.state_dict()}, path)
    return path


# Our own


@pytest.mark.parametrize(("name", "kernel"), [("nearest", nearest_taps), ("bicubic", bicubic_taps)])
def test_kernels_have_the_same_call_as_a_network(name: str, kernel: object) -> None:
    model = load_model(name)
    assert (model.name, model.scale, model.sha256, model.kernel) == (name, 4, "", kernel)
    assert torch.equal(model.network(PLANES), resize(PLANES, 36, 28, model.kernel))
    assert generator_of(model) is None


def test_a_weights_file_of_ours(tmp_path: Path) -> None:
    path = save_small(tmp_path / "small.safetensors", name="Leaves")
    model = load_model(str(path))
    assert (model.name, model.scale, model.halo, model.kernel) == ("Leaves", 4, SMALL.halo, None)
    assert model.sha256 == load_weights(path).card.sha256
    assert generator_of(model) is model.network
    assert torch.equal(model.network(PLANES), generator(SMALL, dtype=torch.float32)(PLANES))


@pytest.mark.parametrize("kind", ["", "-photo"])
def test_texture_is_the_mix_of_a_pair_that_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(catalog, "files", lambda package: tmp_path / package)
    ends = [
        save_small(tmp_path / f"resources/weights/{name}-x4{kind}.safetensors", i)
        for i, name in enumerate(["srresnet", "srgan"])
    ]
    wanted = mixed(load_weights(ends[0]), load_weights(ends[1]), 0.3)
    for name in ("srresnet", "srgan"):
        model = load_model(name + kind, 0.3)
        assert model.sha256 == wanted.card.sha256
        assert torch.equal(model.network(PLANES), wanted.generator()(PLANES))
    own = catalog.default_texture("srgan" + kind)
    assert own == (0.65 if kind else 0.85) and catalog.default_texture("srresnet" + kind) is None
    assert load_model("srgan" + kind).sha256 == load_model("srgan" + kind, own).sha256
    assert load_model("srresnet" + kind).sha256 == load_weights(ends[0]).card.sha256
    for share, end in enumerate(ends):
        result = load_model("srresnet" + kind, share).network(PLANES)
        assert torch.equal(result, load_weights(end).generator()(PLANES))
    with pytest.raises(ModelError, match=r"bicubic has none"):
        load_model("bicubic", 0.5)
    with pytest.raises(ModelError, match=r"from 0 to 1, not 1\.5"):
        load_model("srgan" + kind, 1.5)


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "files", lambda package: tmp_path / package)
    with pytest.raises(UnknownModel, match=r"no model called srresnet"):
        load_model("srgan", 0.5)


# Other programs'


@pytest.mark.parametrize("suffix", [".pth", ".PTH", ".safetensors"])
def test_a_network_of_another_program_computes_what_it_does_there(tmp_path: Path, suffix: str) -> None:
    network = compact()
    path = save_foreign(tmp_path / f"anime{suffix}", network)
    model = load_model(str(path))
    assert (model.name, model.scale, model.kernel) == ("anime", 2, None)
    assert model.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert generator_of(model) is None
    torch.testing.assert_close(model.network(PLANES), network(PLANES).clamp(0, 1), rtol=0, atol=1e-6)
    assert not any(parameter.requires_grad for parameter in model.network.parameters())


@pytest.mark.parametrize(("height", "width"), [(1, 1), (40, 1), (23, 18)])
def test_a_flat_photo_stays_flat_through_another_program_s_network(tmp_path: Path, height: int, width: int) -> None:
    model = load_model(str(save_foreign(tmp_path / "anime.pth", compact())))
    flat = torch.tensor([1, 0, 40 / 255])[None, :, None, None].expand(1, 3, height, width)
    result = ModelRunner(model, tile=12).apply(Rows.of(flat)).joined()
    assert torch.equal(result, flat[..., :1, :1].expand(1, 3, 2 * height, 2 * width))


class Payload:
    """Unpickled by a trusting program, this runs a command."""

    def __init__(self, command: str) -> None:
        self._command = command

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (self._command,)


@pytest.mark.parametrize("how", ["pickle", "torch", "torch-legacy"])
def test_a_hostile_pickle_is_refused_and_does_not_run(tmp_path: Path, how: str) -> None:
    touched = tmp_path / "touched"
    state = {**compact().state_dict(), "extra": Payload(f'echo > "{touched}"')}
    path = tmp_path / "hostile.pth"
    if how == "pickle":
        path.write_bytes(pickle.dumps(state["extra"]))
    else:
        torch.save(state, path, _use_new_zipfile_serialization=how == "torch")
    with pytest.raises(BadWeights, match=r"^hostile\.pth was refused: it contains more than weights") as caught:
        load_model(str(path))
    assert "\n" not in str(caught.value)
    assert not touched.exists()
    pickle.loads(pickle.dumps(state["extra"]))
    assert touched.exists(), "the payload must be a real one"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_values_that_are_not_finite_are_refused(tmp_path: Path, value: float, suffix: str) -> None:
    network = compact()
    next(network.parameters())[0, 0, 0, 0] = value
    with pytest.raises(BadWeights, match=r"not finite"):
        load_model(str(save_foreign(tmp_path / f"broken{suffix}", network)))


def test_a_network_for_other_channels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match=r"colour photos"):
        load_model(str(save_foreign(tmp_path / "grey.pth", compact(channels=1))))


@pytest.mark.parametrize(
    "content", [[1, 2], {}, {"a": 1}, {1: torch.zeros(1)}, torch.zeros(3), None, "text", np.zeros(2)]
)
def test_what_holds_no_network_is_refused(tmp_path: Path, content: object) -> None:
    path = tmp_path / "strange.pth"
    torch.save(content, path)
    with pytest.raises(BadWeights, match=r"^strange\.pth "):
        load_model(str(path))


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.filterwarnings("ignore:TypedStorage is deprecated")
def test_damage_never_ends_in_anything_but_refusal(tmp_path: Path, suffix: str) -> None:
    """Cut off or with wrong bytes a file is refused, or loads where the damage lies in a tensor without checksum."""
    path = save_foreign(tmp_path / f"net{suffix}", compact())
    good, rng, refused = path.read_bytes(), random.Random(1), []
    for _ in range(100):
        damaged = bytearray(good[: rng.randrange(len(good))] if rng.random() < 0.2 else good)
        for _ in range(min(len(damaged), rng.choice([1, 3, 20]))):
            damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        path.write_bytes(damaged)
        try:
            assert isinstance(load_model(str(path)), Model)
        except BadWeights as error:
            refused.append(str(error))
    assert len(refused) > 20
    assert all(path.name in sentence and "\n" not in sentence for sentence in refused)


# Imports


def test_an_import_is_tried_before_it_is_copied(tmp_path: Path, own: Path) -> None:
    entry = import_model(save_foreign(tmp_path / "anime.pth", compact()))
    assert entry.path == own / "anime.pth"
    torch.testing.assert_close(load_model("anime").network(PLANES), compact()(PLANES).clamp(0, 1), rtol=0, atol=1e-6)
    broken = compact()
    next(broken.parameters())[0, 0, 0, 0] = float("nan")
    with pytest.raises(BadWeights):
        import_model(save_foreign(tmp_path / "broken.pth", broken), "mine")
    assert [path.name for path in own.iterdir()] == ["anime.pth"]


def test_ones_own_name_for_an_import(tmp_path: Path) -> None:
    path = save_small(tmp_path / "small.safetensors", name="Small")
    assert import_model(path, "leaves").id == "leaves"
    with pytest.raises(ModelError, match=r"leaves already"):
        import_model(path, "leaves")
    with pytest.raises(UnknownModel, match=r"no weights file"):
        import_model(tmp_path / "nowhere.pth")
