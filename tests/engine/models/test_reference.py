"""The networks that the paper compares with: published shapes, luma alone, tiles as the whole, files as all others."""

from pathlib import Path

import pytest
import torch

from engine.compute.devices import cpu
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.models.architectures import network_of
from engine.models.base import Network
from engine.models.cards import Card, read_card
from engine.models.dimensions import DRCN, ESPCN, Dimensions
from engine.models.loading import Model, load_model
from engine.models.reference.drcn import Drcn
from engine.models.reference.luma import luma
from engine.models.resampling import resize
from engine.models.weights import Weights, load_weights, save_weights
from tests.engine.making import noise

KINDS = ("srcnn-9-1-5", "srcnn-9-5-5", ESPCN, DRCN)


def small(kind: str) -> Dimensions:
    return Dimensions(architecture=kind, blocks=3, width=4)


def made(dimensions: Dimensions) -> Network:
    torch.manual_seed(0)
    return network_of(dimensions).eval().requires_grad_(False)


@pytest.mark.parametrize(
    ("kind", "blocks", "width", "weights"),
    [
        ("srcnn-9-1-5", 0, 64, 8_032),
        ("srcnn-9-5-5", 0, 64, 57_184),
        (ESPCN, 0, 64, 25 * 64 + 9 * 64 * 32 + 9 * 32 * 16),
        (DRCN, 16, 256, 1_774_080),
    ],
)
def test_they_are_as_large_as_published(kind: str, blocks: int, width: int, weights: int) -> None:
    with torch.device("meta"):
        network = network_of(Dimensions(architecture=kind, blocks=blocks, width=width))
    assert sum(each.numel() for each in network.parameters() if each.ndim == 4) == weights


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_those_of_bicubic(kind: str) -> None:
    """What the network adds is one value for all three colours, and the luma is its own."""
    network, lr = made(small(kind)), torch.rand(2, 3, 9, 7)
    result, enlarged = network(lr), resize(lr, 36, 28)
    added = result - enlarged
    assert result.shape == (2, 3, 36, 28) and added.abs().max() > 1e-3
    torch.testing.assert_close(added, added[:, :1].expand_as(added), rtol=0, atol=1e-5)
    torch.testing.assert_close(luma(result), network.upscaled_luma(luma(lr), luma(enlarged)), rtol=0, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [2, 4])
def test_the_halo_is_what_they_see_and_no_more(kind: str, scale: int) -> None:
    dimensions = Dimensions(architecture=kind, blocks=3, width=4, scale=scale)
    network = made(dimensions).double()
    network.requires_grad_(False)
    halo, side = dimensions.halo, 2 * dimensions.halo + 5
    lr = noise(1, 3, side, side).requires_grad_()
    place = slice(scale * (halo + 2), scale * (halo + 3))  # one LR pixel in the middle
    network(lr)[..., place, place].sum().backward()
    reached = lr.grad[0].abs().sum(0).nonzero()
    farthest = (reached - (halo + 2)).abs().max().item()
    assert halo - (kind != ESPCN) <= farthest <= halo  # bicubic reaches two pixels from some of its phases only


@pytest.mark.parametrize("kind", KINDS)
def test_tiles_equal_the_whole(kind: str) -> None:
    dimensions, lr = small(kind), noise(1, 3, 45, 70, dtype=torch.float32)
    model = Model(kind, 4, dimensions.halo, made(dimensions), memory=dimensions.memory)
    tiled, whole = (ModelRunner(model, cpu(), tile=tile).upscaled(Rows.of(lr)).joined() for tile in (16, 256))
    torch.testing.assert_close(tiled, whole, rtol=0, atol=1e-5)
    torch.testing.assert_close(whole, model.network(lr), rtol=0, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_their_files_are_models_like_all_others(kind: str, tmp_path: Path) -> None:
    path, network = tmp_path / f"{kind}.safetensors", made(small(kind))
    save_weights(path, Weights(Card("mine", small(kind)), dict(network.state_dict())))
    card, model, lr = read_card(path), load_model(str(path)), torch.rand(1, 3, 8, 8)
    assert card is not None and card.dimensions == small(kind) == load_weights(path).card.dimensions
    assert model.halo == small(kind).halo and torch.equal(model.network(lr), network(lr))


def test_a_generators_file_says_nothing_of_an_architecture() -> None:
    """So that files of before and of now are the same."""
    assert "architecture" not in Card("generator").to_header()
    assert Card.from_header(Card("generator").to_header()).dimensions == Dimensions()


def test_a_step_of_drcn_has_the_prediction_of_each_recursion() -> None:
    network, lr = made(small(DRCN)), torch.rand(2, 3, 6, 5)
    assert isinstance(network, Drcn)
    result, recursions = network.supervised(lr)
    assert recursions.shape == (3, 2, 1, 24, 20)
    torch.testing.assert_close(result, network(lr), rtol=0, atol=1e-6)
    torch.testing.assert_close(luma(result), recursions.mean(0), rtol=0, atol=1e-6)  # each has a third at first


@pytest.mark.parametrize(
    "dimensions",
    [
        {"architecture": "edsr"},
        {"architecture": DRCN, "blocks": 0},
        {"architecture": DRCN, "blocks": 33},
        {"architecture": ESPCN, "normalised": True},
    ],
)
def test_what_no_network_is_is_refused(dimensions: dict) -> None:
    with pytest.raises(ValueError, match=r"architecture|recursions|normalisation"):
        Dimensions(**dimensions)
