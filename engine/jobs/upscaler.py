"""One photo from file to file: a generator that yields progress and can be closed at any tile.

``save_photo`` carries out an order, from its decision to its file; ``upscale`` is the part of it that computes. No
torch before that, so that it can be loaded while a photo is decided on.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import CannotSave
from engine.files.metadata.losses import losses
from engine.files.metadata.true_metadata import with_provenance
from engine.files.planning import check_target, saved_header, stored_header
from engine.files.reading import Photo, open_photo
from engine.files.writing import PhotoWriter
from engine.geometry import Size
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import (
    Ask,
    Batch,
    Begun,
    Decided,
    Job,
    Reason,
    SaveOrder,
    Skipped,
    decide,
    keep_both,
    plan_job,
    provenance_of,
)
from engine.picture import Header
from engine.sentences import Sentence

if TYPE_CHECKING:
    from engine.compute.runner import ModelRunner
    from engine.models.loading import Model


@dataclass(frozen=True)
class Progress:
    """How far one photo is: ``done`` of ``total`` rows of the result written, ``seconds`` since the start."""

    done: int
    total: int
    seconds: float

    @property
    def fraction(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self.done / self.total

    @property
    def seconds_left(self) -> float | None:
        """The time that the rest will take at the speed so far; None before the first row."""
        return self.seconds / self.done * (self.total - self.done) if self.done else None


@dataclass(frozen=True)
class Saved:
    """A finished job: the file, what is in it and how large it is. ``remarks`` are what a person should know of the
    device, also what came about while it computed.
    """

    target: Path
    header: Header
    bytes: int
    seconds: float
    device: str
    remarks: tuple[Sentence, ...] = ()


SaveReport = Decided | Begun | Progress
"""What is told of an order on its way, in this order: the first only where its model was left open."""


def save_photo(
    order: SaveOrder, cache: RunnerCache, *, batch: Batch | None = None, ask: Ask = keep_both
) -> Generator[SaveReport, None, Saved | Skipped]:
    """Carry out an order; ``batch`` and ``ask`` are as for ``plan_job``. The target becomes one of the batch's results.

    Returns what was saved, or why nothing was to be done. Raises any FourfoldError. When it raises or is closed, the
    target is what it was before.
    """
    photo = open_photo(order.photo)
    order.method.begin_loading()
    if decided := decide(order, photo):
        yield decided
        order = decided.order
    runner = cache.runner(order.method)
    batch = batch or Batch()
    job = plan_job(order, photo, runner.model, batch=batch, ask=ask)
    if isinstance(job, Skipped):
        if job.reason is Reason.FINISHED:
            batch.results.add(job.target)
        return job
    saved = yield from save_job(job, photo, order.method, cache)
    batch.results.add(saved.target)
    return saved


def save_job(job: Job, photo: Photo, method: Method, cache: RunnerCache) -> Generator[Begun | Progress, None, Saved]:
    """Carry out what was planned for an order by its method, whose model is decided; ``photo`` is the job's. Returns
    and raises as ``upscale``."""
    size = job.sizing.size_for(photo.header.size)
    remarks = cache.runner(method).remarks + photo.remarks + _losses(photo, size, job)
    yield Begun(job, photo.header.size, size, remarks)
    depth = saved_header(photo.header, size, job.options).depth
    return (yield from upscale(job, cache.runner(method.for_depth(depth))))


def upscale(job: Job, runner: ModelRunner) -> Generator[Progress, None, Saved]:
    """Upscale one photo. Everything that can be known beforehand is checked before the first tile.

    Returns what was saved. Raises any FourfoldError. When it raises or is closed, the target is what it was before.
    """
    from engine.jobs.stages import result_pixels

    start = time.monotonic()
    photo = open_photo(job.source)
    size = job.sizing.size_for(photo.header.size)
    header = planned_header(photo, size, job, runner.model)
    check_target(job.target, header, job.options)
    bands, done = result_pixels(photo, header, runner), 0
    yield Progress(0, size.height, 0.0)
    with PhotoWriter(job.target, header, job.options, replace=job.replace) as writer:
        for band in bands:
            if len(band):
                writer.write(band)
            done += len(band)
            yield Progress(done, size.height, time.monotonic() - start)
        _check_height(job.target, done, size.height)
    size_on_disk = writer.saved_at.stat().st_size
    return Saved(writer.saved_at, header, size_on_disk, time.monotonic() - start, runner.device.name, runner.remarks)


def _losses(photo: Photo, size: Size, job: Job) -> tuple[Sentence, ...]:
    """What of the photo's metadata the result will not say."""
    if not job.options.metadata:
        return ()
    stored = stored_header(saved_header(photo.header, size, job.options), job.options.format)
    return losses(photo.header.metadata, stored.metadata, job.options.format)


def _check_height(target: Path, done: int, height: int) -> None:
    if done != height:
        raise CannotSave(
            "{name} came out {done} rows high instead of {height}.", name=target.name, done=done, height=height
        )


def planned_header(photo: Photo, size: Size, job: Job, model: Model) -> Header:
    """What the file will be: format, depth, channels and metadata, with its provenance."""
    header = saved_header(photo.header, size, job.options)
    return replace(header, metadata=with_provenance(header.metadata, provenance_of(job, photo, model)))
