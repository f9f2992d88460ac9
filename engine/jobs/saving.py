"""The one policy of saving: an order for one photo, and what is to be done for it. No torch.

The window and the command line make a ``SaveOrder`` of what a person chose. ``upscaler.save_photo`` carries it out: it
asks here which model is advised where that was left open, and here what the job is, or why there is none.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from engine.compute.precision import Precision
from engine.errors import CannotSave
from engine.files.file_set import FileSet
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, Naming, free_name, numbered
from engine.files.planning import saved_header
from engine.files.reading import Photo
from engine.files.results import digest_of, is_whole, readable, said_of_making
from engine.geometry import Size
from engine.jobs.advice import Advice, advise
from engine.jobs.assessment import damage_of
from engine.jobs.method import Method
from engine.jobs.sizing import Sizing
from engine.models import catalog
from engine.sentences import Sentence
from engine.version import VERSION

if TYPE_CHECKING:
    from engine.models.loading import Model


@dataclass(frozen=True)
class SaveOrder:
    """One photo to save, as it was chosen.

    ``method.model`` is one of ``catalog.OPEN`` where it is left open until the photo is looked at. ``format`` None
    keeps the photo's own where Fourfold writes it, and takes PNG for the others; it goes before that of ``options``.
    ``resume`` leaves a result alone that this order would make again.
    """

    photo: Path
    method: Method = field(default_factory=lambda: Method(catalog.AUTO))
    sizing: Sizing = field(default_factory=Sizing)
    format: Format | None = None
    options: SaveOptions = field(default_factory=SaveOptions)
    naming: Naming = field(default_factory=Naming)
    if_exists: IfExists = IfExists.ASK
    resume: bool = False

    def with_model(self, model: str) -> SaveOrder:
        """With that model where it is left open; one that a person chose stays."""
        return replace(self, method=self.method.with_model(model))

    def options_for(self, photo: Format) -> SaveOptions:
        """How the result of a photo of that format is saved."""
        kept = photo if photo.writable else Format.PNG
        return replace(self.options, format=self.format or kept)

    def target_for(self, photo: Format, size: Size) -> Path:
        """Where the result of a photo of that format and size goes, if no file is in the way. Raises RequestError."""
        model, texture = self.method.model, self.method.texture
        share = catalog.texture_of(model, texture)
        return self.naming.path_for(
            self.photo,
            self.options_for(photo).format.suffix,
            model=catalog.name_of(model, None if self.naming.tells_texture else texture),
            texture="" if share is None else f"{100 * share:.0f}",
            source=size,
            target=self.sizing.size_for(size),
        )


@dataclass(frozen=True)
class Decided:
    """``order`` with the model that suits its photo, which was left open, and why that one."""

    order: SaveOrder
    advice: Advice


@dataclass(frozen=True)
class Job:
    """One photo to upscale. ``provenance`` are settings to note in the file beside what ``provenance_of`` notes itself;
    ``replace`` is whether a file at the target may be replaced, also one that comes meanwhile."""

    source: Path
    target: Path
    sizing: Sizing = field(default_factory=Sizing)
    options: SaveOptions = field(default_factory=SaveOptions)
    provenance: dict[str, str] = field(default_factory=dict)
    replace: bool = False


@dataclass(frozen=True)
class Batch:
    """What photos that are saved together must know of each other: no result goes to one of ``inputs``, by whatever
    name, nor to one of ``results``, the targets that were given away."""

    inputs: FileSet = field(default_factory=FileSet)
    results: FileSet = field(default_factory=FileSet)


@dataclass(frozen=True)
class Begun:
    """``job`` begins: its photo is of size ``source``, its result will be of size ``result``; ``remarks`` are the
    photo's."""

    job: Job
    source: Size
    result: Size
    remarks: tuple[Sentence, ...] = ()


class Reason(Enum):
    """Why there is nothing to do."""

    FINISHED = "finished"
    """The target is what this order would make again."""
    EXISTS = "exists"
    """There is a file of that name, and it is to be kept."""


@dataclass(frozen=True)
class Skipped:
    """Nothing is to be done for a photo, because of the file at ``target``."""

    target: Path
    reason: Reason


Ask = Callable[[Path], IfExists]
"""What a person wants with the file that exists at that path: SKIP, RENAME or OVERWRITE."""


def keep_both(target: Path) -> IfExists:
    """The answer where nobody is asked."""
    return IfExists.RENAME


def decide(order: SaveOrder, photo: Photo) -> Decided | None:
    """Look at the photo where the model is left open; None where it is chosen. Raises UnreadablePicture."""
    if not order.method.is_open:
        return None
    advice = advise(damage_of(photo), order.method.left_open)
    return Decided(order.with_model(advice.model), advice)


def plan_job(
    order: SaveOrder, photo: Photo, model: Model, *, batch: Batch | None = None, ask: Ask = keep_both
) -> Job | Skipped:
    """What is to be done for an order whose model is decided, or why there is nothing to do. Writes nothing.

    ``model`` is the one that will compute: a result is finished only if that made it. Whatever is to be done with
    existing files, inputs and results of the ``batch`` stay. Raises RequestError for a size or a name that cannot be,
    CannotSave where the result would replace its photo.
    """
    job = job_for(order, photo.format, photo.header.size)
    finished = finished_results(job, photo, model) if order.resume else ()
    return place_job(job, order.if_exists, finished, batch=batch or Batch(), ask=ask)


def job_for(order: SaveOrder, format: Format, size: Size) -> Job:
    """The job for an order on a photo of that format and size, if nothing were in its way. Raises RequestError."""
    target, options = order.target_for(format, size), order.options_for(format)
    overwrites = order.if_exists is IfExists.OVERWRITE
    return Job(order.photo, target, order.sizing, options, _settings(order.method), overwrites)


def place_job(job: Job, if_exists: IfExists, finished: Iterable[Path], *, batch: Batch, ask: Ask) -> Job | Skipped:
    """``plan_job`` without a look at the photo: what becomes of a job, ``finished`` being the files that it would make
    again. Raises CannotSave."""
    if found := next((target for target in finished if target not in batch.results), None):
        return Skipped(found, Reason.FINISHED)
    if job.target in batch.results or (job.target in batch.inputs and not _is_same(job.target, job.source)):
        return _renamed(job, batch)
    if not os.path.lexists(job.target):
        return job
    wanted = ask(job.target) if if_exists is IfExists.ASK else if_exists
    return _where_one_exists(job, wanted, batch)


def finished_results(job: Job, photo: Photo, model: Model) -> Iterator[Path]:
    """The results of earlier runs of a job, under its target's name and the numbered ones. Raises as
    ``is_result_of``."""
    for target in itertools.takewhile(os.path.lexists, numbered(job.target)):
        if is_result_of(replace(job, target=target), photo, model):
            yield target


def is_result_of(job: Job, photo: Photo, model: Model) -> bool:
    """Whether the target is already what this job would make: from the same photo, by the same model and choices, and
    whole. Raises RequestError where the size cannot be, UnreadablePicture."""
    made = said_of_making(job.target)
    return bool(made) and made == provenance_of(job, photo, model) and is_whole(job.target)


def provenance_of(job: Job, photo: Photo, model: Model) -> dict[str, str]:
    """What a result says of how it was made: the source, and every choice that changes the file. ``is_result_of`` knows
    it by that. Raises UnreadablePicture."""
    size, options = job.sizing.size_for(photo.header.size), job.options
    made = {
        "source": readable(photo.path.name),
        "source_sha256": digest_of(photo.path),
        "model": readable(model.name),
        "sha256": model.sha256,
        "version": VERSION,
        "size": str(size),
        "format": options.format.value,
        "depth": str(saved_header(photo.header, size, options).depth),
        "quality": str(options.quality) if options.format.lossy else "",
        "metadata": "" if options.metadata else "left out",
        "resolution": f"{options.resolution:g}" if options.resolution else "",
    }
    return {name: value for name, value in (made | job.provenance).items() if value}


def _settings(method: Method) -> dict[str, str]:
    """The choices beside the model that change pixels."""
    share = catalog.texture_of(method.model, method.texture)
    texture = "" if share is None else f"{share:g}"
    precision = "" if method.precision is Precision.AUTO else method.precision.value
    chosen = {"texture": texture, "ensemble": "8" if method.ensemble else "", "precision": precision}
    return {name: value for name, value in chosen.items() if value}


def _where_one_exists(job: Job, wanted: IfExists, batch: Batch) -> Job | Skipped:
    """What becomes of a job whose target is there already."""
    if wanted is IfExists.SKIP:
        return Skipped(job.target, Reason.EXISTS)
    if wanted is not IfExists.OVERWRITE:
        return _renamed(job, batch)
    if _is_same(job.target, job.source):
        raise CannotSave("{name} is the photo itself; choose another name for the result.", name=job.target.name)
    return replace(job, replace=True)


def _is_same(target: Path, photo: Path) -> bool:
    return target in FileSet([photo])


def _renamed(job: Job, batch: Batch) -> Job:
    return replace(job, target=free_name(job.target, batch.results), replace=False)
