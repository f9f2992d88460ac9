"""A piece of a result to look at: only what is visible is computed, whatever the size of the photo."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compute.flat import REACH, flat_kept
from engine.compute.rim import MARGIN, mirrored_piece
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.tensors import bled, to_pixels, to_planes
from engine.geometry import Region
from engine.jobs.method import Method, RunnerCache
from engine.jobs.worker import Task
from engine.models.resampling import resize
from engine.picture import Header, Pixels

SCALE = 4
"""A preview is always four times as wide and high as the photo, whatever the model's own scale."""
HALO = 24
"""Context in pixels of the photo. The paper's network sees 40; what lies beyond 24 moves a result by less than 1e-5."""
BLED_RADIUS = 16


def preview(method: Method, pixels: Pixels, region: Region) -> Task[None, NDArray[np.uint8]]:
    """A task for the worker that returns what ``region`` of a photo becomes: uint8 (4 h, 4 w, C), C as in the photo.

    ``pixels`` are the whole photo's (H, W, C), ``region`` lies inside it. The task fails as ``Method.runner`` does.
    """

    def task(cache: RunnerCache) -> Generator[None, None, NDArray[np.uint8]]:
        yield
        return computed(cache.runner(method), pixels, region)

    return task


def computed(runner: ModelRunner, pixels: Pixels, region: Region) -> NDArray[np.uint8]:
    """The result of one region, as ``preview`` returns it."""
    result = _upscaled(runner, pixels, region)
    size = region.size.scaled(SCALE)
    if runner.model.scale != SCALE:
        result = resize(result, size.height, size.width)
    seen: NDArray[np.uint8] = to_pixels(result, Header(size, pixels.shape[2], 8)).astype(np.uint8)
    return seen


def _upscaled(runner: ModelRunner, pixels: Pixels, region: Region) -> torch.Tensor:
    """The region through the model, as ``ModelRunner.apply`` does it to the whole photo: planes (N, 3, s * h, s * w).

    What is computed ends where the context does, or where the photo's mirrored margin does.
    """
    photo = Region(0, 0, pixels.shape[1], pixels.shape[0])
    around = region.grown(min(max(runner.model.halo, REACH), HALO))
    held, outer = around.clipped(photo), around.clipped(photo.grown(MARGIN))
    planes = _planes(pixels, held)
    result = runner.upscaled(Rows.of(mirrored_piece(planes, held, outer, photo.size))).joined()
    scale = runner.model.scale
    inside = result[..., *held.moved(-outer.left, -outer.top).scaled(scale).slices]
    flat = flat_kept(Rows.of(inside), Rows.of(planes)).joined()
    return flat[..., *region.moved(-held.left, -held.top).scaled(scale).slices]


def _planes(pixels: Pixels, outer: Region) -> torch.Tensor:
    """The planes of a region; colours under transparency are bled from as far around it as they reach."""
    height, width, channels = pixels.shape
    wide = outer.grown(BLED_RADIUS if channels in (2, 4) else 0).clipped(Region(0, 0, width, height))
    planes = bled(to_planes(pixels[wide.top : wide.bottom, wide.left : wide.right]), radius=BLED_RADIUS)
    left, top, right, bottom = outer.moved(-wide.left, -wide.top)
    return planes[:, :, top:bottom, left:right]
