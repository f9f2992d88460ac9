"""``fourfold upscale``: every photo in turn, failures listed, the rest done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.cli.reporting import Reporter, reporter_for
from app.cli.running import DONE, SOME_FAILED
from engine.compute.devices import Precision
from engine.compute.runner import ModelRunner
from engine.errors import CannotSave, FourfoldError, RequestError
from engine.files.batch import Found, gather, shard
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, file_name, free_name
from engine.files.reading import Photo, open_photo
from engine.geometry import Size
from engine.jobs.advice import advise
from engine.jobs.assessment import damage_of
from engine.jobs.method import Method, RunnerCache
from engine.jobs.sizing import Measure, Sizing
from engine.jobs.upscaler import Job, Saved, is_result_of
from engine.jobs.upscaler import upscale as upscale_photo
from engine.models import catalog


def upscale(arguments: argparse.Namespace) -> int:
    """Upscale what was asked for. Raises RequestError, ModelError or DeviceError before the first photo."""
    batch = _Batch.of(arguments)
    photos, unreadable = gather(arguments.photos, recursive=arguments.recursive)
    if arguments.shard:
        photos = shard(photos, *arguments.shard)
    if not photos and not unreadable:
        raise RequestError("There are no photos there.")
    method = Method(
        arguments.model,
        arguments.texture,
        arguments.device,
        Precision(arguments.precision),
        arguments.tile,
        arguments.ensemble,
    )
    with reporter_for(json=arguments.json) as reporter:
        reporter.begin(len(photos), method)
        for path, error in unreadable:
            reporter.failed(path, error)
        cache = RunnerCache()
        cache.runner(_certain(method))  # what is wrong is said before the first photo
        failures = len(unreadable) + sum(not _one(found, batch, method, cache, reporter) for found in photos)
        reporter.end(failures)
    return SOME_FAILED if failures else DONE


def _one(found: Found, batch: _Batch, method: Method, cache: RunnerCache, reporter: Reporter) -> bool:
    """Upscale one photo; whether that went well, or there was nothing to do."""
    try:
        photo = open_photo(found.path)
        runner = cache.runner(_decided(method, photo, reporter))
        job = batch.job(found, photo, runner, reporter)
        if job is None:
            return True
        reporter.started(job, photo.header.size, job.sizing.size_for(photo.header.size))
        reporter.saved(found.path, _run(job, runner, reporter))
    except FourfoldError as error:
        reporter.failed(found.path, error)
        return False
    return True


def _certain(method: Method) -> Method:
    """A method that a photo is not needed for."""
    return replace(method, model=catalog.CLEAN.textured) if method.model == catalog.AUTO else method


def _decided(method: Method, photo: Photo, reporter: Reporter) -> Method:
    """The method for a photo, its model chosen where that is left to Fourfold. Raises UnreadablePicture."""
    if method.model != catalog.AUTO:
        return method
    advice = advise(damage_of(photo))
    reporter.chosen(photo.path, advice)
    return replace(method, model=advice.model)


def _run(job: Job, runner: ModelRunner, reporter: Reporter) -> Saved:
    with closing(upscale_photo(job, runner)) as steps:
        while True:
            try:
                reporter.progressed(next(steps))
            except StopIteration as stop:
                saved: Saved = stop.value
                return saved


@dataclass
class _Batch:
    """What holds for all photos of a run, and which names it has given."""

    output: Path | None
    single: bool
    sizing: Sizing
    template: str
    if_exists: IfExists
    resume: bool
    format: Format | None
    quality: int
    depth: int | None
    metadata: bool
    settings: dict[str, str]
    taken: set[Path] = field(default_factory=set)

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> _Batch:
        single = len(arguments.photos) == 1 and not arguments.photos[0].is_dir()
        SaveOptions(quality=arguments.quality)  # a wrong one is said at once, not for every photo,
        file_name(
            arguments.name, "", name="-", model="-", source=Size(1, 1), target=Size(1, 1)
        )  # and so is a wrong name
        return cls(
            output=arguments.output,
            single=single,
            sizing=_sizing(arguments),
            template=arguments.name,
            if_exists=IfExists(arguments.if_exists),
            resume=arguments.resume,
            format=Format(arguments.format) if arguments.format else None,
            quality=arguments.quality,
            depth=arguments.depth,
            metadata=not arguments.no_metadata,
            settings=dict(_settings(arguments)),
        )

    def job(self, found: Found, photo: Photo, runner: ModelRunner, reporter: Reporter) -> Job | None:
        """What to do for a photo, or None where nothing is to be done. Raises CannotSave where it cannot be known."""
        options = self._options(found, photo)
        target = self._target(found, photo, runner, options)
        job = Job(found.path, target, self.sizing, options, self.settings)
        if target in self.taken:
            job = replace(job, target=free_name(target, self.taken))
        elif target.exists():
            if self.resume and is_result_of(job, runner.model):
                reporter.skipped(found.path, f"{target.name} is finished already")
                return None
            choice = _asked(target) if self.if_exists is IfExists.ASK else self.if_exists
            if choice is IfExists.SKIP:
                reporter.skipped(found.path, f"{target.name} exists already")
                return None
            if choice is IfExists.RENAME:
                job = replace(job, target=free_name(target, self.taken))
            elif target.samefile(found.path):
                raise CannotSave(f"{target.name} is the photo itself; choose another name for the result.")
        self.taken.add(job.target)
        return job

    def _options(self, found: Found, photo: Photo) -> SaveOptions:
        named = _format_of(self.output) if self.output and self._names_a_file() else None
        if named and self.format and named is not self.format:
            raise RequestError(f"{self.output} and --format {self.format} contradict each other.")
        kept = photo.format if photo.format.writable else Format.PNG
        return SaveOptions(named or self.format or kept, self.quality, self.depth, self.metadata)

    def _target(self, found: Found, photo: Photo, runner: ModelRunner, options: SaveOptions) -> Path:
        if self.output and self._names_a_file():
            return self.output
        name = file_name(
            self.template,
            options.format.suffix,
            name=found.path.stem,
            model=runner.model.name,
            source=photo.header.size,
            target=self.sizing.size_for(photo.header.size),
        )
        if not self.output:
            return found.path.parent / name
        folder = self.output / found.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotSave(
                f"The folder {folder} cannot be made: {(error.strerror or str(error)).lower()}."
            ) from error
        return folder / name

    def _names_a_file(self) -> bool:
        """Whether ``-o`` is the result itself: one photo, and a name with the suffix of a picture, not a folder."""
        assert self.output is not None
        return self.single and bool(self.output.suffix) and not self.output.is_dir()


def _sizing(arguments: argparse.Namespace) -> Sizing:
    for measure in Measure:
        value = getattr(arguments, measure.replace("-", "_"))
        if value is not None:
            return Sizing(measure, value)
    return Sizing()


def _settings(arguments: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The choices that change pixels, as they are noted in the file."""
    if arguments.texture is not None:
        yield "texture", f"{arguments.texture:g}"
    if arguments.ensemble:
        yield "ensemble", "8"


def _format_of(path: Path) -> Format:
    named = Format.of_suffix(path.suffix)
    if named is None or not named.writable:
        writable = ", ".join(format.suffix for format in Format if format.writable)
        raise RequestError(f"{path.name} names no format that Fourfold writes; it writes {writable}.")
    return named


def _asked(target: Path) -> IfExists:
    """What the person wants with an existing file. Raises CannotSave where nobody can be asked."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise CannotSave(f"{target.name} exists already; say --if-exists skip, rename or overwrite.")
    while True:
        print(f"{target} exists already. [s]kip, [r]ename or [o]verwrite? ", end="", file=sys.stderr, flush=True)
        answer = input().strip().lower()
        for choice in (IfExists.SKIP, IfExists.RENAME, IfExists.OVERWRITE):
            if answer and choice.startswith(answer):
                return choice
