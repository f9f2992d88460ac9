"""The person's side: photos go out, a few a worker, and what is heard of them comes back, photo by photo."""

from __future__ import annotations

import os
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from distributed import CancelledError, Client, Future, KilledWorker, wait

from app.cluster import work
from app.cluster.offering import LOOK, PHOTO
from app.cluster.work import GivenUp, Made, Seen
from engine.errors import DeviceError, FourfoldError
from engine.jobs.method import Method
from engine.jobs.saving import Ask, Batch, Begun, Decided, Job, Reason, SaveOrder, Skipped, job_for, place_job
from engine.jobs.upscaler import Progress
from engine.models.catalog import WEIGHTS_SUFFIXES

UNDER_WAY = 4
"""Photos sent out for each worker: one in work, one that waits for it, the rest being looked at. A million photos so
take no more memory, here and at the scheduler, than a thousand."""
SECONDS_BETWEEN_COUNTS = 5.0
MOST_RESENT = 3
"""How often a photo goes out again that no worker was heard to begin: one may kill them too quickly to be heard."""
SECONDS_TO_STOP = 60.0
"""What a stop waits for the workers, which hear of it between two tiles."""

Report = Decided | Begun | Progress | Skipped | Made | GivenUp
"""What is told of a photo, in this order; the last three end it."""


@dataclass(eq=False)
class _Sent:
    """A photo at the workers: how it is sent, what it will come to, how often it was begun and sent again."""

    number: int
    order: SaveOrder
    send: Callable[[], Future[Any]]
    future: Future[Any]
    begun: int = 0
    resent: int = 0


class Sharing:
    """The photos of one run, shared out. ``run`` names it there; ``batch`` and ``ask`` are as for ``plan_job``;
    ``folders`` takes those where something is written. A target belongs to its photo as soon as it is decided, also
    where that photo fails later.
    """

    def __init__(self, client: Client, run: str, batch: Batch, ask: Ask, folders: set[Path]) -> None:
        self._client, self._run, self._batch, self._ask = client, run, batch, ask
        self._inbox: Queue[_Sent | tuple[int, Begun | Progress]] = Queue()
        self._looks: deque[_Sent] = deque()
        self._making: dict[int, _Sent] = {}
        self._folders = folders
        self._most = 0
        self._next_count = 0.0
        client.subscribe_topic(run, self._hear)

    def check(self, method: Method) -> None:
        """Have one worker load the model. Raises ModelError or DeviceError."""
        self._client.submit(work.check, _everywhere(method), pure=False, resources={PHOTO: 1}).result()

    def carry_out(self, orders: Iterable[SaveOrder]) -> Iterator[tuple[SaveOrder, Report]]:
        """Each order with what is heard of it, until all have ended. Raises DeviceError where the cluster is lost."""
        numbered = enumerate(orders)
        while True:
            self._send_looks(numbered)
            if not self._looks and not self._making:
                return
            yield from self._told(self._next())

    def stop(self) -> None:
        """Have the workers leave what they do, and wait until nothing half done is left."""
        left = [sent.future for sent in (*self._looks, *self._making.values())]
        self._client.run(work.stop, self._run, on_error="ignore")
        with suppress(TimeoutError), self._client.as_current():
            wait(left, timeout=SECONDS_TO_STOP)

    def _send_looks(self, numbered: Iterator[tuple[int, SaveOrder]]) -> None:
        while len(self._looks) + len(self._making) < self._room():
            number, order = next(numbered, (None, None))
            if number is None or order is None:
                return
            # before all else that waits, so that a worker never waits for a photo to be looked at
            send = self._sender(work.look, _sent_out(order), resources={LOOK: 1}, priority=1)
            self._looks.append(self._sent(number, order, send))

    def _room(self) -> int:
        """How many photos may be under way; workers come and go."""
        if time.monotonic() >= self._next_count:
            self._next_count = time.monotonic() + SECONDS_BETWEEN_COUNTS
            self._most = UNDER_WAY * max(1, len(self._client.nthreads()))
        return self._most

    def _sender(self, function: Any, *arguments: object, **how: Any) -> Callable[[], Future[Any]]:
        return partial(self._client.submit, function, self._run, *arguments, pure=False, **how)

    def _sent(self, number: int, order: SaveOrder, send: Callable[[], Future[Any]]) -> _Sent:
        sent = _Sent(number, order, send, send())
        self._await(sent)
        return sent

    def _await(self, sent: _Sent) -> None:
        sent.future.add_done_callback(lambda _: self._inbox.put(sent))

    def _goes_again(self, sent: _Sent) -> bool:
        """Send a photo again that Dask gave up with others, because it waited where workers died over those."""
        error = sent.future.exception() if sent.future.status == "error" else None
        if not isinstance(error, KilledWorker) or sent.begun > error.allowed_failures or sent.resent == MOST_RESENT:
            return False
        sent.resent += 1
        sent.future = sent.send()
        self._await(sent)
        return True

    def _hear(self, event: tuple[float, bytes]) -> None:
        """On the client's thread: what a worker says on the topic of this run."""
        self._inbox.put(pickle.loads(event[1]))

    def _next(self) -> _Sent | tuple[int, Begun | Progress]:
        while True:
            try:
                return self._inbox.get(timeout=1)  # for ever would be deaf to Ctrl-C on Windows
            except Empty:
                continue

    def _told(self, news: _Sent | tuple[int, Begun | Progress]) -> Iterator[tuple[SaveOrder, Report]]:
        if isinstance(news, tuple):
            number, report = news
            if sent := self._making.get(number):  # else it has ended
                sent.begun += isinstance(report, Begun)
                yield sent.order, report
        elif self._making.get(news.number) is news and not self._goes_again(news):
            del self._making[news.number]
            yield news.order, _ended(news)
        while self._looks and self._looks[0].future.done():  # targets are given away in the photos' order
            if not self._goes_again(self._looks[0]):
                yield from self._planned(self._looks.popleft())

    def _planned(self, sent: _Sent) -> Iterator[tuple[SaveOrder, Report]]:
        seen = _ended(sent)
        if isinstance(seen, GivenUp):
            yield sent.order, seen
            return
        if seen.advice:
            yield sent.order, Decided(seen.order, seen.advice)
        job = self._job(seen)
        if not isinstance(job, Job):
            yield sent.order, job
            return
        self._folders.add(job.target.parent)
        send = self._sender(work.make, sent.number, job, seen.order, resources={PHOTO: 1})
        self._making[sent.number] = self._sent(sent.number, sent.order, send)

    def _job(self, seen: Seen) -> Job | Skipped | GivenUp:
        """What is to be done for a photo; its target is given away herewith."""
        try:
            job = job_for(seen.order, seen.format, seen.size)
            placed = place_job(job, seen.order.if_exists, seen.finished, batch=self._batch, ask=self._ask)
        except FourfoldError as error:
            return GivenUp(error)
        if isinstance(placed, Job) or placed.reason is Reason.FINISHED:
            self._batch.results.add(placed.target)
        return placed


def _ended(sent: _Sent) -> Any:
    """What a worker returned. Raises DeviceError where the scheduler is gone."""
    try:
        return sent.future.result()
    except KilledWorker:
        return GivenUp(DeviceError("{name} is given up: every worker that had it died.", name=sent.order.photo.name))
    except CancelledError as error:
        raise DeviceError("The scheduler is gone; what was finished stays, and --resume goes on from there.") from error


def _sent_out(order: SaveOrder) -> SaveOrder:
    """An order that means the same in every folder: with whole paths."""
    folder, file = order.naming.folder, order.naming.file
    naming = replace(order.naming, folder=folder and _whole(folder), file=file and _whole(file))
    return replace(order, photo=_whole(order.photo), method=_everywhere(order.method), naming=naming)


def _everywhere(method: Method) -> Method:
    names_a_file = Path(method.model).suffix.lower() in WEIGHTS_SUFFIXES and os.path.exists(method.model)
    return replace(method, model=str(_whole(Path(method.model)))) if names_a_file else method


def _whole(path: Path) -> Path:
    return Path(os.path.abspath(path))
