"""A piece of a result to look at: only what is visible is computed, by the way that saving goes for the whole."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compute.flat import REACH, flat_kept
from engine.compute.rim import MARGIN, mirrored_piece
from engine.compute.rows import Rows
from engine.compute.runner import ModelRunner
from engine.compute.tensors import bled, to_pixels, to_planes
from engine.geometry import Region, Size
from engine.jobs.method import Method, RunnerCache
from engine.jobs.sizing import plan_passes
from engine.jobs.worker import Task
from engine.models.resampling import Kernel, bicubic_taps, resample
from engine.picture import Header, Pixels

HALO = 24
"""Context in pixels of the photo. The paper's network sees 40; what lies beyond 24 moves a result by less than 1e-5."""
BLED_RADIUS = 16

Source = Callable[[Region], torch.Tensor]
"""A picture of which any region can be had, as planes (N, 3, h, w)."""


def preview(method: Method, pixels: Pixels, region: Region, size: Size) -> Task[None, NDArray[np.uint8]]:
    """A task for the worker that returns ``region`` of the result of ``size``: uint8 (h, w, C), C as in the photo.

    ``pixels`` are the whole photo's (H, W, C), ``region`` lies inside the result. The task fails as ``Method.runner``
    does, and with RequestError where the model does not reach that size.
    """

    def task(cache: RunnerCache) -> Generator[None, None, NDArray[np.uint8]]:
        yield
        return computed(cache.runner(method), pixels, region, size)

    return task


def computed(runner: ModelRunner, pixels: Pixels, region: Region, size: Size) -> NDArray[np.uint8]:
    """A region of the result of that size, as ``preview`` returns it: the pixels that saving makes, in 8 bits."""
    height, width, channels = pixels.shape
    source: Source = partial(_planes, pixels)
    reached, kernel = Size(width, height), runner.model.kernel
    if kernel is None:
        for _ in range(plan_passes(reached, size, runner.model.scale)):
            source, reached = partial(_upscaled, runner, source, reached), reached.scaled(runner.model.scale)
    planes = source(region) if reached == size else _resized(source, reached, region, size, kernel or bicubic_taps)
    seen: NDArray[np.uint8] = to_pixels(planes, Header(region.size, channels, 8)).astype(np.uint8)
    return seen


def _upscaled(runner: ModelRunner, source: Source, size: Size, region: Region) -> torch.Tensor:
    """A region of what ``ModelRunner.apply`` makes of a picture of that size, as a picture in between would be.

    What is computed ends where the context does, or where the picture's mirrored margin does.
    """
    scale, picture = runner.model.scale, Region.of(size)
    inner = Region(region.left // scale, region.top // scale, -(-region.right // scale), -(-region.bottom // scale))
    around = inner.grown(min(max(runner.model.halo, REACH), HALO))
    held, outer = around.clipped(picture), around.clipped(picture.grown(MARGIN))
    planes = source(held)
    result = runner.upscaled(Rows.of(mirrored_piece(planes, held, outer, size))).joined()
    inside = result[..., *held.moved(-outer.left, -outer.top).scaled(scale).slices]
    flat = flat_kept(Rows.of(inside), Rows.of(planes)).joined()
    return flat[..., *region.moved(-held.left * scale, -held.top * scale).slices].clamp(0, 1)


def _resized(source: Source, before: Size, region: Region, size: Size, kernel: Kernel) -> torch.Tensor:
    """A region of a picture resampled from the size before, as the whole would be."""
    vertical, top, bottom = kernel(before.height, size.height).window(region.top, region.bottom)
    horizontal, left, right = kernel(before.width, size.width).window(region.left, region.right)
    return resample(resample(source(Region(left, top, right, bottom)), vertical, 2), horizontal, 3)


def _planes(pixels: Pixels, outer: Region) -> torch.Tensor:
    """The planes of a region; colours under transparency are bled from as far around it as they reach."""
    height, width, channels = pixels.shape
    wide = outer.grown(BLED_RADIUS if channels in (2, 4) else 0).clipped(Region(0, 0, width, height))
    planes = bled(to_planes(pixels[wide.top : wide.bottom, wide.left : wide.right]), radius=BLED_RADIUS)
    left, top, right, bottom = outer.moved(-wide.left, -wide.top)
    return planes[:, :, top:bottom, left:right]
