"""Small networks, noise and streams that the engine's tests are made of."""

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor, nn

from engine.compute.rows import Rows
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from engine.models.loading import Model
from engine.models.networks import Generator


def generator(dimensions: Dimensions, *, seed: int = 0, dtype: torch.dtype = torch.float64) -> Generator:
    """A generator for inference whose weights, slopes and statistics are all random and all matter."""
    random = torch.Generator().manual_seed(seed)
    made = Generator(dimensions)
    with torch.no_grad():
        for parameter in made.parameters():
            inputs = parameter[0].numel() if parameter.ndim > 1 else 4
            parameter.copy_(torch.randn(parameter.shape, generator=random) / inputs**0.5)
        for module in made.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.copy_(torch.randn(module.running_mean.shape, generator=random))
                module.running_var.copy_(torch.rand(module.running_var.shape, generator=random) + 0.3)
    return made.to(dtype).eval().requires_grad_(False)


def model(dimensions: Dimensions, *, seed: int = 0, dtype: torch.dtype = torch.float32) -> Model:
    """A model of the paper's kind whose results lie around the middle of [0, 1]."""
    network = generator(dimensions, seed=seed, dtype=dtype)
    network.last.bias.fill_(0.5)
    network.last.weight.mul_(0.2)
    return Model("small", dimensions.scale, dimensions.halo, network)


def noise(*shape: int, seed: int = 0, dtype: torch.dtype = torch.float64) -> Tensor:
    """Uniform noise in [0, 1]."""
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed), dtype=dtype)


def as_rows(planes: Tensor, heights: list[int]) -> Rows:
    """Planes as a stream in bands of these heights, over and over; a 0 is an empty band."""
    size = Size(planes.shape[3], planes.shape[2])

    def bands() -> Iterator[Tensor]:
        top = 0
        while top < size.height:
            for height in heights:
                yield planes[:, :, top : top + height]
                top += height

    return Rows(size, bands())


def joined(rows: Rows) -> Tensor:
    """The whole of a stream, after checking that it is as high and wide as it says."""
    whole = torch.cat(list(rows.bands), 2)
    assert (whole.shape[3], whole.shape[2]) == rows.size
    return whole


def as_photo(network: Callable[[Tensor], Tensor], planes: Tensor, scale: int = 4) -> Tensor:
    """What a photo without flat parts becomes: mirrored by 8 pixels, edge pixel included, through the network, cut."""
    margins = ((0, 0), (0, 0), (8, 8), (8, 8))
    result = network(torch.from_numpy(np.pad(planes.numpy(), margins, mode="symmetric")))
    return result[..., 8 * scale : -8 * scale, 8 * scale : -8 * scale]


def eight_bit(planes: Tensor) -> Tensor:
    """Planes as they are written into an 8-bit file."""
    return planes.mul(255).round().clamp(0, 255).to(torch.int16)
