"""The engine thread: every job ends exactly once, what is looked at goes first, nothing ends the thread but close."""

import errno
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator

import pytest

from engine.errors import RequestError
from engine.jobs.worker import Cancelled, Event, Failed, Finished, Progressed, Task, Worker

NO_MEMORY = "There is not enough free memory; close other programs, or allow this one more."
PATIENCE = 20  # seconds until a test gives up on the thread


class Desk:
    """A worker whose events are kept, and that can be waited for."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()
        self.worker = Worker(self._on_event)

    def _on_event(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE), self.events

    def ends(self) -> list[Event]:
        return [event for event in self.events if not isinstance(event, Progressed)]

    def close(self) -> None:
        """Close the worker, but do not let a hanging one hang the tests."""
        closing = threading.Thread(target=self.worker.close, daemon=True)
        closing.start()
        closing.join(PATIENCE)
        assert not closing.is_alive(), "close() hangs"


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.close()


def counting(steps: int, result: object = None) -> Task[object, object]:
    def task(_: object) -> Generator[int, None, object]:
        yield from range(steps)
        return result

    return task


def waiting(go: threading.Event, log: list[str] | None = None) -> Task[object, object]:
    """Yields once, then again and again from when ``go`` is set."""

    def task(_: object) -> Generator[str, None, None]:
        try:
            yield "begun"
            assert go.wait(PATIENCE)
            while True:
                yield "going on"
                time.sleep(0.001)
        finally:
            if log is not None:
                log.append("closed")

    return task


def named(name: str, log: list[str], steps: int = 0) -> Task[object, object]:
    def task(_: object) -> Generator[None, None, None]:
        log.append(name)
        yield from [None] * steps

    return task


def test_a_job_reports_its_steps_and_its_result(desk: Desk) -> None:
    job = desk.worker.submit(counting(3, result="done"))
    desk.wait_for(lambda: bool(desk.ends()))
    assert desk.events == [*(Progressed(job, step) for step in range(3)), Finished(job, "done")]


def test_jobs_run_in_the_order_in_which_they_came(desk: Desk) -> None:
    jobs = [desk.worker.submit(counting(2)) for _ in range(5)]
    desk.wait_for(lambda: len(desk.ends()) == 5)
    assert [event.job for event in desk.events] == [job for job in jobs for _ in range(3)]


def test_a_known_failure_is_told_in_its_own_sentence_and_the_next_job_runs(desk: Desk) -> None:
    def task(_: object) -> Generator[int, None, None]:
        yield 1
        raise RequestError("The scale must be a number above zero, not -1.")

    failing, next_one = desk.worker.submit(task), desk.worker.submit(counting(0))
    desk.wait_for(lambda: len(desk.ends()) == 2)
    failed, finished = desk.ends()
    assert isinstance(failed, Failed) and failed.job == failing
    assert failed.sentence == "The scale must be a number above zero, not -1."
    assert "Traceback" in failed.details
    assert finished == Finished(next_one, None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ZeroDivisionError("division by zero"), "Something unexpected went wrong: division by zero."),
        (RuntimeError(), "Something unexpected went wrong: RuntimeError."),
        (RuntimeError("first line.\nsecond line.\n"), "Something unexpected went wrong: first line. second line."),
        (OSError(errno.EIO, "Input/output error"), "Something unexpected went wrong: the disk has an error."),
        (MemoryError(), NO_MEMORY),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), NO_MEMORY),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"), NO_MEMORY),
    ],
)
def test_an_unknown_failure_ends_the_job_and_not_the_thread(desk: Desk, error: Exception, said: str) -> None:
    def at_once(_: object) -> Generator[None, None, None]:
        raise error

    desk.worker.submit(at_once)
    desk.worker.submit(counting(0))
    desk.wait_for(lambda: len(desk.ends()) == 2)
    failed, finished = desk.ends()
    assert isinstance(failed, Failed) and isinstance(finished, Finished)
    assert failed.sentence == said
    assert type(error).__name__ in failed.details


def test_what_is_urgent_runs_between_two_steps_the_newest_first(desk: Desk) -> None:
    log: list[str] = []
    begun, ready = threading.Event(), threading.Event()

    def export(_: object) -> Generator[None, None, None]:
        log.append("export 1")
        begun.set()
        assert ready.wait(PATIENCE)
        yield
        log.append("export 2")

    desk.worker.submit(export)
    assert begun.wait(PATIENCE)
    desk.worker.submit(named("later", log))
    for name in ("old view", "new view"):
        desk.worker.submit(named(name, log, steps=2), urgent=True)
    ready.set()
    desk.wait_for(lambda: len(desk.ends()) == 4)
    assert log == ["export 1", "new view", "old view", "export 2", "later"]


def test_what_is_urgent_goes_ahead_of_what_waits(desk: Desk) -> None:
    log: list[str] = []
    begun, go = threading.Event(), threading.Event()

    def first(_: object) -> Generator[None, None, None]:
        begun.set()
        assert go.wait(PATIENCE)
        return
        yield

    desk.worker.submit(first)
    assert begun.wait(PATIENCE)
    desk.worker.submit(named("export", log))
    for name in ("old view", "new view"):
        desk.worker.submit(named(name, log), urgent=True)
    go.set()
    desk.wait_for(lambda: len(desk.ends()) == 4)
    assert log == ["new view", "old view", "export"]


def test_cancelled_before_it_begins_a_job_never_runs(desk: Desk) -> None:
    log: list[str] = []
    go = threading.Event()
    running = desk.worker.submit(waiting(go))
    job = desk.worker.submit(named("never", log))
    desk.worker.cancel(job)
    desk.worker.cancel(running)
    go.set()
    desk.wait_for(lambda: len(desk.ends()) == 2)
    assert desk.ends() == [Cancelled(running), Cancelled(job)]
    assert log == []


def test_cancelled_while_it_runs_a_job_is_closed_at_its_next_step(desk: Desk) -> None:
    log: list[str] = []
    go = threading.Event()
    job = desk.worker.submit(waiting(go, log))
    desk.wait_for(lambda: bool(desk.events))
    desk.worker.cancel(job)
    go.set()
    desk.wait_for(lambda: bool(desk.ends()))
    assert desk.ends() == [Cancelled(job)]
    assert log == ["closed"]


def test_cancelling_what_has_ended_changes_nothing(desk: Desk) -> None:
    job = desk.worker.submit(counting(1))
    desk.wait_for(lambda: bool(desk.ends()))
    desk.worker.cancel(job)
    other = desk.worker.submit(counting(1))
    desk.wait_for(lambda: len(desk.ends()) == 2)
    assert desk.ends() == [Finished(job, None), Finished(other, None)]


def test_close_while_nothing_runs() -> None:
    desk = Desk()
    desk.close()
    assert desk.events == []


@pytest.mark.parametrize("waiting_behind", [0, 3])
def test_close_while_a_job_runs_cancels_it_and_all_others(waiting_behind: int) -> None:
    desk, go, log = Desk(), threading.Event(), []
    jobs = [desk.worker.submit(waiting(go, log))]
    desk.wait_for(lambda: bool(desk.events))
    jobs += [desk.worker.submit(named("never", log), urgent=index % 2 == 1) for index in range(waiting_behind)]
    threading.Timer(0.05, go.set).start()
    desk.close()
    assert log == ["closed"]
    assert sorted(event.job for event in desk.ends()) == jobs
    assert all(isinstance(event, Cancelled) for event in desk.ends())


@pytest.mark.parametrize("seed", range(40))
def test_every_job_ends_exactly_once_whatever_happens(seed: int) -> None:
    """Three threads submit, cancel and wait at random; then the worker is closed in the middle of it."""
    desk = Desk()

    def customer(rng: random.Random, jobs: list[int]) -> None:
        for _ in range(30):
            if jobs and rng.random() < 0.3:
                desk.worker.cancel(rng.choice(jobs))
            else:
                jobs.append(desk.worker.submit(erratic(rng.randrange(6)), urgent=rng.random() < 0.4))
            if rng.random() < 0.1:
                time.sleep(0.001)

    def erratic(kind: int) -> Task[object, object]:
        return failing_after(2) if kind == 0 else counting(kind)

    def failing_after(steps: int) -> Task[object, object]:
        def task(_: object) -> Generator[int, None, None]:
            yield from range(steps)
            raise RequestError("No.")

        return task

    jobs: list[list[int]] = [[] for _ in range(3)]
    threads = [threading.Thread(target=customer, args=(random.Random(3 * seed + i), jobs[i])) for i in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    desk.close()
    ends = Counter(event.job for event in desk.ends())
    assert ends == Counter(job for some in jobs for job in some)
    after_end = set()
    for event in desk.events:
        assert event.job not in after_end, "an event after the end of its job"
        if not isinstance(event, Progressed):
            after_end.add(event.job)


def test_a_closed_worker_takes_no_more_jobs() -> None:
    desk = Desk()
    desk.close()
    with pytest.raises(RuntimeError, match="closed"):
        desk.worker.submit(counting(1))
