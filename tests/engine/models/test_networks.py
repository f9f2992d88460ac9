"""The generator: the paper's network, exactly, with and without batch normalisation."""

from itertools import product

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.nn import functional

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator, fold, in_precision, parameter_count
from tests.engine.making import generator, noise

SMALL = Dimensions(blocks=2, width=4)


def literal(network: Generator, lr: Tensor) -> Tensor:
    """Figure 4 of the paper, layer by layer as it is drawn."""

    def same(convolution: nn.Conv2d, x: Tensor) -> Tensor:
        return functional.conv2d(x, convolution.weight, convolution.bias, padding="same")

    first = functional.prelu(same(network.head, lr), network.head_activation.weight)
    x = first
    for block in network.blocks:
        residual = block.first_norm(same(block.first, x))
        residual = functional.prelu(residual, block.activation.weight)
        x = x + block.second_norm(same(block.second, residual))
    x = network.tail_norm(same(network.tail, x))
    if network.dimensions.skip:
        x = x + first
    for stage in network.upsampling:
        x = functional.prelu(nn.PixelShuffle(2)(same(stage.convolution, x)), stage.activation.weight)
    return same(network.last, x)


def test_the_papers_network_has_as_many_parameters_as_the_paper_says() -> None:
    with torch.device("meta"):
        assert parameter_count(Generator(Dimensions(normalised=True))) == 1_550_659
        assert parameter_count(Generator()) == 1_546_435


@pytest.mark.parametrize(("scale", "skip", "normalised"), list(product((2, 4, 8), (True, False), (True, False))))
def test_forward_is_the_network_of_the_paper(scale: int, skip: bool, normalised: bool) -> None:
    network = generator(Dimensions(scale, blocks=2, width=4, skip=skip, normalised=normalised))
    lr = noise(2, 3, 7, 10)
    result = network(lr)
    assert result.shape == (2, 3, 7 * scale, 10 * scale)
    torch.testing.assert_close(result, literal(network, lr), rtol=1e-12, atol=1e-12)


def test_forward_without_blocks() -> None:
    network = generator(Dimensions(blocks=0, width=4))
    lr = noise(1, 3, 5, 6)
    torch.testing.assert_close(network(lr), literal(network, lr), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("scale", [2, 4])
def test_gradients_are_those_of_the_network_of_the_paper(scale: int) -> None:
    network = generator(Dimensions(scale, blocks=1, width=3, normalised=True)).requires_grad_(True).train()
    lr, wanted = noise(2, 3, 6, 5), noise(2, 3, 6 * scale, 5 * scale, seed=1)
    gradients = []
    for forward in (network, lambda lr: literal(network, lr)):
        network.zero_grad()
        functional.mse_loss(forward(lr), wanted).backward()
        gradients.append({name: parameter.grad.clone() for name, parameter in network.named_parameters()})
    assert all(gradient.abs().max() > 0 for gradient in gradients[0].values())
    torch.testing.assert_close(gradients[0], gradients[1], rtol=1e-9, atol=1e-12)


def test_a_new_network_starts_in_float32_and_trains() -> None:
    network = Generator(Dimensions(blocks=1, width=4, normalised=True))
    assert network.training
    assert all(parameter.requires_grad and parameter.dtype == torch.float32 for parameter in network.parameters())


@settings(max_examples=30)
@given(st.integers(1, 20), st.integers(1, 20), st.sampled_from([2, 4, 8]))
def test_any_size(height: int, width: int, scale: int) -> None:
    network = generator(Dimensions(scale, blocks=1, width=2))
    lr = noise(1, 3, height, width)
    torch.testing.assert_close(network(lr), literal(network, lr), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("skip", [True, False])
@pytest.mark.parametrize("training", [True, False])
def test_folding_keeps_the_function(skip: bool, training: bool) -> None:
    trained = generator(Dimensions(blocks=3, width=8, skip=skip, normalised=True), dtype=torch.float32)
    lr = noise(1, 3, 9, 8, dtype=torch.float32)
    wanted = trained(lr)
    folded = fold(trained.train(training))
    assert folded.training is training
    assert not folded.dimensions.normalised
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    torch.testing.assert_close(folded.eval()(lr), wanted, rtol=1e-5, atol=1e-5)


def test_folding_leaves_the_trained_network_as_it_is() -> None:
    trained = generator(Dimensions(blocks=1, width=4, normalised=True))
    before = {name: tensor.clone() for name, tensor in trained.state_dict().items()}
    folded = fold(trained)
    with torch.no_grad():
        for parameter in folded.parameters():
            parameter.zero_()
    torch.testing.assert_close(dict(trained.state_dict()), before, rtol=0, atol=0)


@pytest.mark.parametrize("blocks", [0, 1, 3, 16])
@pytest.mark.parametrize("scale", [2, 4, 8])
def test_the_halo_is_the_receptive_radius(scale: int, blocks: int) -> None:
    """The rows of the input that the rows of one LR pixel depend on, by their gradients: not one more, not one less."""
    dimensions = Dimensions(scale, blocks=blocks, width=2)
    halo, middle = dimensions.halo, dimensions.halo + 2
    lr = noise(1, 3, 2 * middle + 1, 2 * halo + 1).requires_grad_(True)
    generator(dimensions)(lr)[:, :, scale * middle : scale * (middle + 1)].sum().backward()
    touched = lr.grad.abs().amax((0, 1, 3)).nonzero().flatten()
    assert max(middle - touched.min(), touched.max() - middle) == halo


def test_the_papers_halo() -> None:
    assert Dimensions().halo == 40


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_in_precision_computes_all_but_the_first_convolution_and_the_last_bias_in_it(dtype: torch.dtype) -> None:
    network = generator(SMALL, dtype=torch.float32)
    reduced = in_precision(network, dtype)
    types = {name: parameter.dtype for name, parameter in reduced.named_parameters()}
    assert {name for name, used in types.items() if used == torch.float32} == {
        "head.weight",
        "head.bias",
        "head_activation.weight",
        "last.bias",
    }
    assert set(types.values()) == {torch.float32, dtype}
    assert all(parameter.dtype == torch.float32 for parameter in network.parameters())
    lr = noise(1, 3, 8, 8, dtype=torch.float32)
    torch.testing.assert_close(reduced(lr).float(), network(lr), rtol=0.05, atol=0.05)


@pytest.mark.parametrize(
    "wrong", [{"scale": 3}, {"scale": 1}, {"blocks": -1}, {"blocks": 10**9}, {"width": 0}, {"width": 10**9}]
)
def test_dimensions_that_make_no_network_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"generator"):
        Dimensions(**wrong)


def test_bfloat16_loses_nothing_of_the_last_bias() -> None:
    """Neither of it, which would make each pixel wrong by the same, nor of its gradient."""
    network = Generator(Dimensions(blocks=1, width=4))
    wanted = torch.tensor([0.1234567, 0.4711, 0.987654])
    with torch.no_grad():
        network.last.weight.zero_()
        network.last.bias.copy_(wanted)
    with torch.autocast("cpu", torch.bfloat16):
        pixels = network(noise(1, 3, 6, 6, dtype=torch.float32))
    assert pixels.dtype == torch.float32
    assert torch.allclose(pixels, wanted[:, None, None].expand(1, 3, 24, 24), rtol=0, atol=1e-6)
    slope = noise(1, 3, 24, 24, dtype=torch.float32)
    pixels.backward(slope)
    assert torch.allclose(network.last.bias.grad, slope.sum((0, 2, 3)), rtol=1e-6)


def test_bfloat16_keeps_the_direction_of_the_gradient() -> None:
    """Of the layer that makes the pixels too."""
    network = Generator(Dimensions(blocks=2, width=16))
    lr, hr = noise(4, 3, 16, 16, dtype=torch.float32), noise(4, 3, 64, 64, seed=1, dtype=torch.float32)
    last: dict[bool, Tensor] = {}
    for reduced in (False, True):
        with torch.autocast("cpu", torch.bfloat16, enabled=reduced):
            loss = functional.mse_loss(network(lr), hr)
        gradients = torch.autograd.grad(loss, (network.last.weight, network.last.bias))
        last[reduced] = torch.cat([each.flatten() for each in gradients])
    assert functional.cosine_similarity(last[False], last[True], dim=0) > 0.9999
