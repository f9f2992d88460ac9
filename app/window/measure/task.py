"""Measuring as tasks for the engine."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.window.inspector.method_choice import MethodChoice
from app.window.photos.photo import LoadedPhoto, load_photo
from engine.errors import RequestError
from engine.geometry import Region, Size
from engine.jobs.method import RunnerCache
from engine.jobs.worker import Task
from engine.models.catalog import SCALE
from engine.picture import Header, Pixels

if TYPE_CHECKING:
    from engine.checks.verification import Check
    from engine.compute.tensors import Planes

BORDER = 4
LONGEST = 1200
"""Pixels of the middle of a photo that are tested, so that it takes seconds."""
LONGEST_FELT = 480
"""The same for VGG19's distance, which costs more."""


@dataclass(frozen=True)
class ModelScore:
    """One model against the truth: PSNR in dB and SSIM, both of the luma; VGG19's distance where it was asked for."""

    model: str
    psnr: float
    ssim: float
    distance: float | None = None


@dataclass(frozen=True)
class Measuring:
    """A model begins; ``done`` of ``count`` have been measured."""

    model: str
    done: int
    count: int


@dataclass(frozen=True)
class Contest:
    """Who is measured and how; with ``features``, a file of VGG19's weights, by its distance too."""

    models: list[str]
    method: MethodChoice
    features: Path | None = None


Measured = Measuring | ModelScore
"""What is told on the way."""


def compare_reduced(pixels: Pixels, contest: Contest) -> Task[Measured, Size]:
    """Scale a photo down to a quarter, upscale that, and compare with the photo: the paper's protocol.

    The task reports for each model a ``Measuring`` and a ``ModelScore``, and returns the size that was compared.
    """

    def task(cache: RunnerCache) -> Generator[Measured, None, Size]:
        truth = _colours(_cut(pixels, _middle(_size(pixels), LONGEST, SCALE)))
        return (yield from _scores(cache, _reduced(truth), truth, contest))

    return task


def compare_with(pixels: Pixels, path: Path, contest: Contest) -> Task[LoadedPhoto | Measured, Size]:
    """Upscale a photo and compare with a reference photo four times its size. Reports the reference as a
    ``LoadedPhoto`` first, then as ``compare_reduced``. It fails where the sizes do not fit.
    """

    def task(cache: RunnerCache) -> Generator[LoadedPhoto | Measured, None, Size]:
        reference = load_photo(path)
        wanted = _size(pixels).scaled(SCALE)
        if reference.size != wanted:
            raise RequestError(
                "A reference for this photo is {wanted} pixels, four times its size, not {given}.",
                wanted=wanted,
                given=reference.size,
            )
        yield reference
        middle = _middle(_size(pixels), LONGEST // SCALE)
        photo, truth = _cut(pixels, middle), _cut(reference.pixels, middle.scaled(SCALE))
        return (yield from _scores(cache, _colours(photo), _colours(truth), contest))

    return task


def verify_computer(method: MethodChoice) -> Task[Check, None]:
    """Check that tiles and rows give the whole on this computer; reports each ``verification.Check``."""

    def task(_: RunnerCache) -> Generator[Check, None, None]:
        from engine.checks.verification import verify
        from engine.compute.devices import Precision, find

        yield from verify(find(method.device), Precision(method.precision))

    return task


def _scores(cache: RunnerCache, photo: Pixels, truth: Pixels, contest: Contest) -> Generator[Measured, None, Size]:
    from engine.compute.tensors import to_planes
    from engine.jobs.preview import computed
    from trainer.metrics.metrics import psnr_y, ssim

    whole = _size(photo).scaled(SCALE)
    wanted = to_planes(truth)
    distance = _distance_to(wanted, contest.features)
    for number, model in enumerate(contest.models):
        yield Measuring(model, number, len(contest.models))
        result = to_planes(computed(cache.runner(contest.method.method_for(model)), photo, Region.of(whole), whole))
        yield ModelScore(model, psnr_y(result, wanted, BORDER), ssim(result, wanted, BORDER), distance(result))
    return whole


def _distance_to(wanted: Planes, features: Path | None) -> Callable[[Planes], float | None]:
    """VGG19's distance of a result's planes to those wanted, over the middle of both, which takes seconds."""
    if features is None:
        return lambda result: None
    from trainer.metrics.metrics import feature_distance
    from trainer.metrics.vgg import load_vgg19
    from trainer.recipes.settings import VGG19_LAYERS

    vgg19 = load_vgg19(features, VGG19_LAYERS)
    return lambda result: feature_distance(vgg19, _heart(result), _heart(wanted))


def _heart(planes: Planes) -> Planes:
    """The middle, at most LONGEST_FELT pixels a side."""
    height, width = (min(side, LONGEST_FELT) for side in planes.shape[2:])
    top, left = (planes.shape[2] - height) // 2, (planes.shape[3] - width) // 2
    return planes[:, :, top : top + height, left : left + width]


def _reduced(truth: Pixels) -> Pixels:
    """A quarter as wide and high by the antialiased bicubic, 8 bits."""
    from engine.compute.tensors import to_pixels, to_planes
    from engine.models.resampling import resize

    height, width = truth.shape[0] // SCALE, truth.shape[1] // SCALE
    return to_pixels(resize(to_planes(truth), height, width), Header(Size(width, height), 3, 8))


def _middle(size: Size, most: int, step: int = 1) -> Region:
    """The middle of a photo, at most ``most`` pixels a side, both sides multiples of ``step``."""
    width, height = (min(side, most) // step * step for side in size)
    left, top = (size.width - width) // 2, (size.height - height) // 2
    return Region(left, top, left + width, top + height)


def _cut(pixels: Pixels, region: Region) -> Pixels:
    return pixels[region.top : region.bottom, region.left : region.right]


def _size(pixels: Pixels) -> Size:
    return Size(pixels.shape[1], pixels.shape[0])


def _colours(pixels: Pixels) -> Pixels:
    """8-bit RGB without alpha."""
    eight: NDArray[np.uint8] = np.asarray(pixels if pixels.dtype == np.uint8 else pixels >> 8, np.uint8)
    return eight[:, :, :3] if pixels.shape[2] >= 3 else np.concatenate([eight[:, :, :1]] * 3, 2)
