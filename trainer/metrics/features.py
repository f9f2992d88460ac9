"""What a perceptual loss looks through: VGG19, or, where its weights are not there, the local contrast of a picture."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from trainer.recipes.settings import CONTRAST_LAYERS


class Features(nn.Module):
    """Maps of a picture by layer: (N, 3, H, W) RGB in [0, 1] to (N, C, h, w) each; frozen. ``name`` is for people."""

    name: str

    def apart(self, first: Tensor, second: Tensor) -> Tensor:
        """How far two pictures' maps of one layer are from each other, a scalar."""
        raise NotImplementedError


class LocalContrast(Features):
    """How strong edges and grain are around each place, by direction and octave; not where exactly they lie.

    A difference of neighbours in four directions and of a place from its surroundings, of brightness and of two colour
    differences, as root mean square over nine by nine pixels; at full size, half and a quarter. A loss on it asks for
    as much texture as the truth has, where plain pixel losses ask for the mean of all that could be there. It needs no
    weights, and knows less than VGG19: a little of it improves what VGG19 sees, much of it makes noise.
    """

    name = "local contrast"

    def __init__(self) -> None:
        super().__init__()
        self.filters: Tensor
        self.register_buffer("filters", torch.tensor(_DIFFERENCES).view(-1, 1, 3, 3))

    def forward(self, rgb: Tensor) -> dict[str, Tensor]:
        """Maps (N, 15, h, w) of three planes in five filters, at full size, half and a quarter."""
        red, green, blue = rgb.split(1, 1)
        planes = torch.cat([(red + green + blue) / 3, red - green, blue - green], 1)  # (N, 3, H, W)
        maps = {}
        for octave in CONTRAST_LAYERS:
            differences = functional.conv2d(planes.flatten(0, 1)[:, None], self.filters)  # (N * 3, 5, H - 2, W - 2)
            energy = functional.avg_pool2d(differences.square(), min(_AROUND, *differences.shape[-2:]), stride=2)
            contrast = (energy + _FLOOR).sqrt()
            maps[octave] = contrast.view(len(rgb), -1, *contrast.shape[-2:])
            planes = functional.avg_pool2d(planes, 2)
        return maps

    def apart(self, first: Tensor, second: Tensor) -> Tensor:
        """Mean absolute difference in grey levels."""
        return 255 * (first - second).abs().mean()


_AROUND = 9
_FLOOR = 1e-5
"""Below a contrast of one grey level or so there is nothing to see, and the root would be too steep."""
_DIFFERENCES = (
    *((0.0, 0.0, 0.0), (-1.0, 1.0, 0.0), (0.0, 0.0, 0.0)),
    *((0.0, -1.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 0.0)),
    *((0.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, -1.0)),
    *((0.0, 0.0, 0.0), (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0)),
    *((0.0, -0.5, 0.0), (-0.5, 2.0, -0.5), (0.0, -0.5, 0.0)),
)
