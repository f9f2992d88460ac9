"""``fourfold upscale``: every photo in turn, failures listed, the rest done."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from app.cli.ordering import method_from, orders_from
from app.cli.reporting import Reporter, reporter_for
from app.cli.running import DONE, SOME_FAILED
from app.log import log
from engine.errors import CannotSave, FourfoldError, RequestError
from engine.files.batch import gather, shard
from engine.files.file_set import FileSet
from engine.files.naming import IfExists
from engine.files.writing import make_folder
from engine.jobs.faults import told
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Batch, Begun, Decided, SaveOrder, Skipped
from engine.jobs.upscaler import Saved, SaveReport, save_photo
from engine.models import catalog
from engine.sentences import Sentence
from engine.texts import shown


def upscale(arguments: argparse.Namespace) -> int:
    """Upscale what was asked for. Raises RequestError, ModelError or DeviceError before the first photo."""
    gathered = gather(arguments.photos, recursive=arguments.recursive)
    photos = shard(gathered.photos, *arguments.shard) if arguments.shard else gathered.photos
    orders, method = orders_from(arguments, photos), method_from(arguments)
    if not gathered.photos and not gathered.failed:
        raise RequestError(" ".join(["There are no photos there.", *gathered.news]))
    with reporter_for(json=arguments.json) as reporter:
        reporter.begin(len(orders), method)
        reporter.passed(gathered)
        for path, error in gathered.failed:
            reporter.failed(path, error)
        inputs = FileSet(photo.path for photo in gathered.photos)
        failures = len(gathered.failed) + _failures(arguments, orders, method, reporter, inputs)
        reporter.end(failures)
    return SOME_FAILED if failures else DONE


def _failures(
    arguments: argparse.Namespace, orders: list[SaveOrder], method: Method, reporter: Reporter, inputs: FileSet
) -> int:
    """Carry the orders out, here or by workers; how many photos failed."""
    if arguments.scheduler or arguments.workers:
        from app.cli.cluster import failures_shared

        return failures_shared(arguments, orders, method, reporter, Batch(inputs), asked)
    batch = _Batch(method, reporter, inputs)
    return sum(not batch.save(order) for order in orders)


class _Batch:
    """The photos of one run: they share the models, and no two of them a target. ``inputs`` are all photos that were
    meant, also those that other computers do."""

    def __init__(self, method: Method, reporter: Reporter, inputs: FileSet) -> None:
        self._reporter = reporter
        self._cache = RunnerCache()
        self._batch = Batch(inputs)
        self._remarks: tuple[Sentence, ...] = ()
        if not method.asks_for_nothing:  # else what is wrong is said before the first photo
            self._cache.runner(method.with_model(catalog.CLEAN.textured))

    def save(self, order: SaveOrder) -> bool:
        """Save one photo; whether that went well, or there was nothing to do."""
        try:
            ended = self._run(order)
        except FourfoldError as error:
            self._reporter.failed(order.photo, error)
            return False
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the border: a fault of one photo must not end the batch
            log.error("%s was not saved.", order.photo, exc_info=error)
            self._reporter.failed(order.photo, told(error))
            return False
        if isinstance(ended, Skipped):
            self._reporter.skipped(order.photo, ended)
            return True
        for remark in dict.fromkeys(
            (*self._remarks, *ended.remarks)
        ):  # only now: of a photo that fails, the reason is all there is to say
            self._reporter.remarked(order.photo, remark)
        self._reporter.saved(order.photo, ended)
        return True

    def _run(self, order: SaveOrder) -> Saved | Skipped:
        with closing(save_photo(order, self._cache, batch=self._batch, ask=asked)) as steps:
            while True:
                try:
                    report = next(steps)
                except StopIteration as stop:
                    ended: Saved | Skipped = stop.value
                    return ended
                self._hear(order, report)

    def _hear(self, order: SaveOrder, report: SaveReport) -> None:
        if isinstance(report, Decided):
            self._reporter.chosen(order.photo, report.advice)
        elif isinstance(report, Begun):
            if order.naming.folder:
                make_folder(order.naming.folder)
            self._reporter.started(order.photo, report.job, report.source, report.result)
            self._remarks = report.remarks
        else:
            self._reporter.progressed(order.photo, report)


def asked(target: Path) -> IfExists:
    """What the person wants with an existing file. Raises CannotSave where nobody can be asked."""
    nobody = CannotSave(f"{target.name} exists already; say --if-exists skip, rename or overwrite.")
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise nobody
    while True:
        question = f"{shown(str(target))} exists already. [s]kip, [r]ename or [o]verwrite? "
        print(question, end="", file=sys.stderr, flush=True)
        try:
            answer = input().strip().lower()
        except EOFError:
            raise nobody from None
        for choice in (IfExists.SKIP, IfExists.RENAME, IfExists.OVERWRITE):
            if answer and choice.startswith(answer):
                return choice
