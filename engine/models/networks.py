"""The generator of SRResNet and SRGAN (Ledig et al., CVPR 2017, section 2.1 and figure 4), and nothing else.

The two models of the paper are one network with two sets of weights. Depth, width and the long skip are parameters
because the paper studies them; batch normalisation is an option because it only serves training: ``fold`` turns a
trained network into the same function without it.
"""

from __future__ import annotations

import copy
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.activation import PReLU, prelu
from engine.models.base import Network
from engine.models.dimensions import EDGE_KERNEL, Dimensions

_CENTRE = 0.5
"""What the last convolution leaves out, to be added in float32: bfloat16 holds what is near 0 four times as finely."""


class ResidualBlock(nn.Module):
    """``x + norm(conv(prelu(norm(conv(x)))))``: 3x3 convolutions, same size in and out."""

    def __init__(self, width: int, *, normalised: bool) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.first_norm: nn.Module = nn.BatchNorm2d(width) if normalised else nn.Identity()
        self.activation = PReLU(width)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        self.second_norm: nn.Module = nn.BatchNorm2d(width) if normalised else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        """(N, width, H, W) to the same."""
        residual: Tensor = self.first_norm(self.first(x))
        residual = self.second_norm(self.second(self.activation(residual)))
        return x + residual


class SubPixelStage(nn.Module):
    """Doubles width and height: 3x3 convolution to four times the channels, pixel shuffle, PReLU (Shi et al., CVPR
    2016).
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(width, 4 * width, 3, padding=1)
        self.activation = PReLU(width)

    def forward(self, x: Tensor) -> Tensor:
        """(N, width, H, W) to (N, width, 2 H, 2 W)."""
        shuffled: Tensor = self.activation(functional.pixel_shuffle(self.convolution(x), 2))
        return shuffled


class Generator(Network):
    """The paper's generator: (N, 3, H, W) RGB in [0, 1] to (N, 3, scale*H, scale*W), nominally in [0, 1] and not
    clamped.

    Any H and W from 1 up. 1,550,659 parameters with the paper's dimensions and batch normalisation, 1,546,435 without.
    Beyond 2^31 elements in one activation torch's convolutions fail, hence at most 1448x1448 LR pixels a call on a GPU.
    """

    def __init__(self, dimensions: Dimensions | None = None) -> None:
        super().__init__(dimensions or Dimensions())
        width, normalised = self.dimensions.width, self.dimensions.normalised
        self.head = nn.Conv2d(3, width, EDGE_KERNEL, padding=EDGE_KERNEL // 2)
        self.head_activation = PReLU(width)
        self.blocks = nn.ModuleList(ResidualBlock(width, normalised=normalised) for _ in range(self.dimensions.blocks))
        self.tail = nn.Conv2d(width, width, 3, padding=1)
        self.tail_norm: nn.Module = nn.BatchNorm2d(width) if normalised else nn.Identity()
        self.upsampling = nn.ModuleList(SubPixelStage(width) for _ in range(self.dimensions.stages))
        self.last = nn.Conv2d(width, 3, EDGE_KERNEL, padding=EDGE_KERNEL // 2)

    def forward(self, lr: Tensor) -> Tensor:
        """(N, 3, H, W) to (N, 3, scale * H, scale * W)."""
        return self.to_pixels(self.features(lr), self.shuffled_slopes(), *self.last_before_shuffle())

    def features(self, lr: Tensor) -> Tensor:
        """Everything before the last sub-pixel stage: (N, 3, H, W) to (N, width, scale/2 * H, scale/2 * W)."""
        features: Tensor = self.head_activation(self.head(lr)).to(self.tail.weight.dtype)  # (N, width, H, W)
        long_skip = features
        for block in self.blocks:
            features = block(features)
        features = self.tail_norm(self.tail(features))
        if self.dimensions.skip:
            features = features + long_skip
        for stage in self.upsampling[:-1]:
            features = stage(features)  # (N, width, 2 H, 2 W), and so on
        return features

    def to_pixels(self, features: Tensor, slopes: Tensor, weight: Tensor, bias: Tensor, offset: Tensor) -> Tensor:
        """The last sub-pixel stage and the last convolution, both before the pixel shuffle: exactly the same sums, 1.35
        times as fast. (N, width, h, w) to (N, 3, 2 h, 2 w). ``slopes`` are ``shuffled_slopes()``, the others
        ``last_before_shuffle()``.
        """
        features = self.last_stage.convolution(features)  # (N, 4 * width, h, w)
        features = prelu(features, slopes)
        pixels = functional.conv2d(features, weight, bias, padding=weight.shape[-1] // 2)
        return shuffled_pixels(pixels, offset)

    @property
    def last_stage(self) -> SubPixelStage:
        """The last of the stages that double the picture."""
        stage = self.upsampling[-1]
        assert isinstance(stage, SubPixelStage)
        return stage

    def shuffled_slopes(self) -> Tensor:
        """Slopes of the last PReLU moved before the last pixel shuffle: (4 * width,)."""
        return self.last_stage.activation.weight.repeat_interleave(4)

    def last_before_shuffle(self) -> tuple[Tensor, Tensor, Tensor]:
        """The last convolution moved before the last pixel shuffle: weight (12, 4 * width, 5, 5), bias (12,), and an
        offset (3, 1, 1) for ``shuffled_pixels``, which keeps what the convolution gives near 0. Differentiable.
        """
        assert self.last.bias is not None
        weight = self.last.weight
        bias = (self.last.bias.detach() - _CENTRE).bfloat16().to(weight.dtype)  # autocast then leaves it as it is
        offset = self.last.bias - bias  # with what the bias lost; the gradient comes this way, in float32
        return convolution_before_shuffle(weight), bias.repeat_interleave(4), offset[:, None, None]


def shuffled_pixels(pixels: Tensor, offset: Tensor) -> Tensor:
    """What the last convolution before the pixel shuffle gives, as pixels: (N, 12, h, w), each colour's four one after
    the other, to (N, 3, 2 h, 2 w), in float32 where bfloat16 would round to half a grey level.
    """
    shuffled = functional.pixel_shuffle(pixels, 2)
    if shuffled.dtype == torch.bfloat16:
        shuffled = shuffled.float()
    return shuffled + offset.to(shuffled.dtype)


def convolution_before_shuffle(weight: Tensor) -> Tensor:
    """Rewrite a convolution that follows ``pixel_shuffle(2)`` as one that precedes it.

    (O, C, K, K) with padding (K-1)/2 becomes (4 O, 4 C, k, k) with padding (k-1)/2, k = 5 for K = 9. Every output phase
    sees every tap of the original at its place in the shuffled channels; the taps in between are zero. Differentiable
    in ``weight``.
    """
    out_channels, in_channels, kernel, _ = weight.shape
    taps, side = _taps_before_shuffle(kernel)
    padded = functional.pad(
        weight.reshape(out_channels, in_channels, kernel * kernel), (0, 1)
    )  # the last tap is the zero in between
    spread = padded[:, :, taps.to(weight.device)]  # (O, C, phase y, phase x, subpixel y, subpixel x, k, k)
    spread = spread.permute(0, 2, 3, 1, 4, 5, 6, 7)  # the phases beside O, the subpixels beside C
    return spread.reshape(4 * out_channels, 4 * in_channels, side, side)


def _taps_before_shuffle(kernel: int) -> tuple[Tensor, int]:
    """For each (phase y, x, subpixel y, x, row, column) the flat index of the original tap, or ``kernel**2`` where
    there is none; and the new side.
    """
    radius = (kernel - 1) // 2
    reach = (radius + 1) // 2
    side = 2 * reach + 1
    phase = torch.arange(2).reshape(2, 1, 1)
    subpixel = torch.arange(2).reshape(1, 2, 1)
    offset = torch.arange(-reach, reach + 1).reshape(1, 1, side)
    tap = 2 * offset + subpixel - phase + radius  # (phase, subpixel, offset): which tap of the original falls here
    inside = (tap >= 0) & (tap < kernel)
    rows, columns = tap[:, None, :, None, :, None], tap[None, :, None, :, None, :]  # together (2, 2, 2, 2, side, side)
    both = inside[:, None, :, None, :, None] & inside[None, :, None, :, None, :]
    return torch.where(both, rows * kernel + columns, kernel * kernel), side


@torch.no_grad()
def fold(generator: Generator) -> Generator:
    """Return the same function without batch normalisation: its running statistics and gains go into the convolutions
    before it (to 1e-5).
    """
    folded = Generator(replace(generator.dimensions, normalised=False)).to(generator.head.weight)
    state = {name: tensor for name, tensor in generator.state_dict().items() if "_norm." not in name}
    for name, norm in generator.named_modules():
        if isinstance(norm, nn.BatchNorm2d):
            convolution = name.removesuffix("_norm")
            assert norm.running_mean is not None and norm.running_var is not None
            gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            weight, bias = state[f"{convolution}.weight"], state[f"{convolution}.bias"]
            state[f"{convolution}.weight"] = weight * gain[:, None, None, None]
            state[f"{convolution}.bias"] = (bias - norm.running_mean) * gain + norm.bias
    folded.load_state_dict(state)
    return folded.train(generator.training)


def in_precision(generator: Generator, dtype: torch.dtype) -> Generator:
    """A copy that computes in ``dtype`` but for the first convolution and the last bias: a half holds neither pixels
    nor what is to be added to them well.
    """
    reduced = copy.deepcopy(generator).to(dtype)
    reduced.head, reduced.head_activation = copy.deepcopy(generator.head), copy.deepcopy(generator.head_activation)
    reduced.last.bias = copy.deepcopy(generator.last.bias)
    return reduced


def parameter_count(module: nn.Module) -> int:
    """Number of trainable scalars."""
    return sum(parameter.numel() for parameter in module.parameters())
