"""``fourfold upscale`` with ``--workers`` or ``--scheduler``: the same news and the same exit codes, from many workers.

Imported only where one of them is asked for; ``app.cluster`` does the work.
"""

from __future__ import annotations

import argparse
import secrets
from importlib.util import find_spec
from pathlib import Path

from app.cli.reporting import Reporter
from app.log import log
from engine.atomic import remove_litter
from engine.errors import RequestError
from engine.jobs.method import Method
from engine.jobs.saving import Ask, Batch, Begun, Decided, SaveOrder, Skipped

if find_spec("distributed") is None:
    raise RequestError('Workers need dask.distributed, which is not installed: pip install "fourfold[cluster]".')

from app.cluster.connecting import connected
from app.cluster.places import cards_here, cores_here, plan_places
from app.cluster.sharing import Report, Sharing
from app.cluster.work import GivenUp, Made


def failures_shared(
    arguments: argparse.Namespace, orders: list[SaveOrder], method: Method, reporter: Reporter, batch: Batch, ask: Ask
) -> int:
    """Have the orders carried out by workers; how many photos failed. Raises DeviceError or ModelError before the first
    photo, and DeviceError where the scheduler is lost."""
    run = f"fourfold-{secrets.token_hex(4)}"
    count = arguments.workers
    places = plan_places(count, cores_here(), cards_here(method.device)) if count else []
    folders: set[Path] = set()
    try:
        with connected(arguments.scheduler, places, run) as client:
            return _failures(Sharing(client, run, batch, ask, folders), orders, method, reporter)
    finally:
        for folder in folders:
            remove_litter(folder)


def _failures(sharing: Sharing, orders: list[SaveOrder], method: Method, reporter: Reporter) -> int:
    try:
        if not method.asks_for_nothing:
            sharing.check(method)
        return sum(_tell(reporter, order, report) for order, report in sharing.carry_out(orders))
    except (KeyboardInterrupt, BrokenPipeError):
        sharing.stop()
        raise


def _tell(reporter: Reporter, order: SaveOrder, report: Report) -> bool:
    """Say what is heard of a photo; whether it is its failure."""
    photo = order.photo
    match report:
        case Decided():
            reporter.chosen(photo, report.advice)
        case Begun():
            reporter.started(photo, report.job, report.source, report.result)
        case Skipped():
            reporter.skipped(photo, report)
        case Made():
            for remark in report.remarks:
                reporter.remarked(photo, remark)
            reporter.saved(photo, report.saved)
        case GivenUp():
            if report.details:
                log.error("%s was not saved.\n%s", photo, report.details)
            reporter.failed(photo, report.error)
        case _:
            reporter.progressed(photo, report)
    return isinstance(report, GivenUp)
