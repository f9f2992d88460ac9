"""The one policy of saving: an order for one photo, and what is to be done for it. No torch.

The window and the command line make a ``SaveOrder`` of what a person chose. ``upscaler.save_photo`` carries it out: it
asks here which model is advised where that was left open, and here what the job is, or why there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import CannotSave, PictureError
from engine.files.formats import Format, SaveOptions
from engine.files.metadata import provenance
from engine.files.naming import IfExists, Naming, free_name
from engine.files.reading import Photo, open_photo
from engine.geometry import Size
from engine.jobs.advice import Advice, advise
from engine.jobs.assessment import damage_of
from engine.jobs.method import Method
from engine.jobs.sizing import Sizing
from engine.models import catalog
from engine.version import VERSION

if TYPE_CHECKING:
    from engine.models.loading import Model


@dataclass(frozen=True)
class SaveOrder:
    """One photo to save, as it was chosen.

    ``method.model`` is ``catalog.AUTO`` where the model is left open until the photo is looked at. ``format`` None
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
    """One photo to upscale. ``provenance`` are settings to note in the file beside the model and the version."""

    source: Path
    target: Path
    sizing: Sizing = field(default_factory=Sizing)
    options: SaveOptions = field(default_factory=SaveOptions)
    provenance: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Begun:
    """``job`` begins: its photo is of size ``source``, its result will be of size ``result``."""

    job: Job
    source: Size
    result: Size


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
    advice = advise(damage_of(photo))
    return Decided(order.with_model(advice.model), advice)


def plan_job(
    order: SaveOrder, photo: Photo, model: Model, *, taken: Container[Path] = (), ask: Ask = keep_both
) -> Job | Skipped:
    """What is to be done for an order whose model is decided, or why there is nothing to do. Writes nothing.

    ``model`` is the one that will compute: a result is finished only if that made it. ``taken`` are targets that this
    batch has given away: none is given twice, whatever is to be done with existing files. Raises RequestError for a
    size or a name that cannot be, CannotSave where the result would replace its photo.
    """
    target, options = order.target_for(photo.format, photo.header.size), order.options_for(photo.format)
    job = Job(photo.path, target, order.sizing, options, _settings(order.method))
    if job.target in taken:
        return _renamed(job, taken)
    if not job.target.exists():
        return job
    if order.resume and is_result_of(job, model):
        return Skipped(job.target, Reason.FINISHED)
    wanted = ask(job.target) if order.if_exists is IfExists.ASK else order.if_exists
    return _where_one_exists(job, wanted, taken)


def is_result_of(job: Job, model: Model) -> bool:
    """Whether the target is already what this job would make: newer than the photo, same model, settings and size."""
    try:
        target = open_photo(job.target)
        size = job.sizing.size_for(open_photo(job.source).header.size)
        is_newer = job.target.stat().st_mtime >= job.source.stat().st_mtime
    except (PictureError, OSError):
        return False
    wanted = provenance_of(job, size, model)
    return is_newer and target.header.size == size and provenance(target.header.metadata) == wanted


def provenance_of(job: Job, size: Size, model: Model) -> dict[str, str]:
    """What a result says of how it was made; ``is_result_of`` knows it by that."""
    made_by = {"model": model.name, "sha256": model.sha256, "version": VERSION, "size": str(size), **job.provenance}
    return {name: value for name, value in made_by.items() if value}


def _settings(method: Method) -> dict[str, str]:
    """The choices beside the model that change pixels."""
    share = catalog.texture_of(method.model, method.texture)
    texture = {} if share is None else {"texture": f"{share:g}"}
    return texture | ({"ensemble": "8"} if method.ensemble else {})


def _where_one_exists(job: Job, wanted: IfExists, taken: Container[Path]) -> Job | Skipped:
    """What becomes of a job whose target is there already."""
    if wanted is IfExists.SKIP:
        return Skipped(job.target, Reason.EXISTS)
    if wanted is not IfExists.OVERWRITE:
        return _renamed(job, taken)
    if job.target.samefile(job.source):
        raise CannotSave("{name} is the photo itself; choose another name for the result.", name=job.target.name)
    return job


def _renamed(job: Job, taken: Container[Path]) -> Job:
    return replace(job, target=free_name(job.target, taken))
