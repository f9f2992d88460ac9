"""Ways to compute a whole photo, and to compare what they give without holding it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import torch
from torch import Tensor

from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.tiling import Tile
from engine.geometry import Size
from engine.models.loading import Model

SAMPLED = 8
"""Of a whole photo's result every eighth row is kept for the PSNR, without the rim as far as the network sees; all
else is let go, as if written to a file."""

PlanesToPlanes = Callable[[Tensor], Tensor]
"""Planes (N, 3, h, w) to planes (N, 3, scale * h, scale * w)."""


def streamed_photo(runner: ModelRunner, planes: Tensor) -> Tensor:
    """As this engine writes a file: planes (1, 3, H, W) to the sampled rows of the result."""
    rows = Rows(Size(planes.shape[3], planes.shape[2]), iter(torch.split(planes, 64, 2)))
    return _sampled(runner.apply(rows).bands, runner.model.halo * runner.model.scale)


def tiled_photo(network: PlanesToPlanes, model: Model, planes: Tensor, tiles: Iterable[Tile]) -> Tensor:
    """Over ``tiles``, by ``network``, which computes ``model``: planes (1, 3, H, W) to the sampled rows."""
    return _sampled(tiled_bands(network, planes, tiles, model.scale), model.halo * model.scale)


def tiled_bands(network: PlanesToPlanes, planes: Tensor, tiles: Iterable[Tile], scale: int) -> Iterator[Tensor]:
    """Planes (N, 3, H, W) to bands (N, 3, h, scale * W), a strip of ``tiles`` at a time."""
    for _, strip in groupby(tiles, lambda tile: tile.inner.top):
        yield torch.cat([_cropped(network, planes, tile, scale) for tile in strip], 3)


def tile_after_tile(runner: ModelRunner, planes: Tensor, count: int) -> Tensor:
    """A tile ``count`` times: how quickly this device computes in these minutes."""
    for _ in range(count - 1):
        runner.run(planes)
    return runner.run(planes)


def _cropped(network: PlanesToPlanes, planes: Tensor, tile: Tile, scale: int) -> Tensor:
    result = network(planes[..., *tile.outer.slices].contiguous())  # (N, 3, scale * h, scale * w) of the outer one
    return result[..., *tile.crop(scale).slices]


def _sampled(bands: Iterator[Tensor], rim: int) -> Tensor:
    """Every eighth row of bands (1, 3, h, W) without the rim: all that is kept of a photo too large to hold."""
    kept, row = [], 0
    for band in bands:
        kept.append(band[:, :, -row % SAMPLED :: SAMPLED, rim:-rim].cpu())  # from the first number that is a multiple
        row += band.shape[2]
    rows = -(-rim // SAMPLED)
    return torch.cat(kept, 2)[:, :, rows:-rows]
