"""A piece of a result to look at: only what is visible is computed, whatever the size of the photo."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from numpy.typing import NDArray

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
    height, width, channels = pixels.shape
    outer = region.grown(min(runner.model.halo, HALO)).clipped(Region(0, 0, width, height))
    planes = _planes(pixels, outer)
    bands = runner.apply(Rows(outer.size, iter([planes]))).bands
    result = torch.cat(list(bands), 2)
    scale = runner.model.scale
    left, top, right, bottom = region.moved(-outer.left, -outer.top).scaled(scale)
    result = result[:, :, top:bottom, left:right]
    size = region.size.scaled(SCALE)
    if scale != SCALE:
        result = resize(result, size.height, size.width)
    seen: NDArray[np.uint8] = to_pixels(result, Header(size, channels, 8)).astype(np.uint8)
    return seen


def _planes(pixels: Pixels, outer: Region) -> torch.Tensor:
    """The planes of a region; colours under transparency are bled from as far around it as they reach."""
    height, width, channels = pixels.shape
    wide = outer.grown(BLED_RADIUS if channels in (2, 4) else 0).clipped(Region(0, 0, width, height))
    planes = bled(to_planes(pixels[wide.top : wide.bottom, wide.left : wide.right]), radius=BLED_RADIUS)
    left, top, right, bottom = outer.moved(-wide.left, -wide.top)
    return planes[:, :, top:bottom, left:right]
