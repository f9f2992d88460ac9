"""PReLU's own gradient is torch's, in every number format and size; without a gradient it is torch's own PReLU."""

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models import activation
from engine.models.activation import PReLU, prelu
from tests.engine.making import noise


def _input(*shape: int, dtype: torch.dtype = torch.float32) -> Tensor:
    """Half below zero, half above, and some that are exactly 0."""
    x = (noise(*shape, seed=3) - 0.5).to(dtype)
    x[..., 0] = 0
    return x.contiguous(memory_format=torch.channels_last)


def _gradients(x: Tensor, slopes: Tensor, own: bool) -> tuple[Tensor, Tensor]:
    x, slopes = x.clone().requires_grad_(), slopes.clone().requires_grad_()
    result = prelu(x, slopes) if own else functional.prelu(x, slopes)
    gradient = (noise(*x.shape) - 0.4).to(x.dtype)  # not channels last
    return torch.autograd.grad(result, (x, slopes), gradient)


@pytest.mark.parametrize("cached", [1, 500, 2**20])
def test_gradient_is_the_derivative(cached: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In float64, photo by photo, two at a time, and all at once."""
    monkeypatch.setattr(activation, "_CACHED", cached)
    x, slopes = (noise(3, 2, 4, 5) - 0.5).requires_grad_(), noise(2).requires_grad_()
    assert torch.autograd.gradcheck(prelu, (x, slopes))


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_gradient_is_torch_s_to_rounding(dtype: torch.dtype) -> None:
    x, slopes = _input(5, 8, 12, 10, dtype=dtype), torch.linspace(-0.3, 0.9, 8).to(dtype)
    own, wanted = _gradients(x, slopes, own=True), _gradients(x, slopes, own=False)
    assert torch.equal(own[0], wanted[0]) and own[0].is_contiguous(memory_format=torch.channels_last)
    exact = _gradients(x.double(), slopes.double(), own=False)[1]
    assert own[1].dtype == dtype and torch.allclose(own[1].double(), exact, atol=0.02 if dtype.itemsize == 2 else 1e-4)


def test_autocast_leaves_the_slopes_in_float32() -> None:
    layer, convolution = PReLU(8), nn.Conv2d(3, 8, 3)
    with torch.autocast("cpu", torch.bfloat16):
        result = layer(convolution(torch.rand(2, 3, 9, 9)))
    assert result.dtype == torch.bfloat16
    result.float().sum().backward()
    assert layer.weight.grad is not None and layer.weight.grad.dtype == torch.float32


def test_without_a_gradient_it_is_torch_s() -> None:
    x, slopes = _input(2, 8, 6, 6), torch.linspace(0, 1, 8)
    with torch.inference_mode():
        assert torch.equal(prelu(x, slopes), functional.prelu(x, slopes))
    assert torch.equal(prelu(x, slopes), functional.prelu(x, slopes))
    assert PReLU(4).state_dict().keys() == nn.PReLU(4).state_dict().keys()
