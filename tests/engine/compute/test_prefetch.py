"""Work done ahead: the same items in the same order, the same errors, and no thread left behind."""

import threading
import time
from collections.abc import Iterator

import pytest

from engine.compute.prefetch import prefetch


def prefetch_threads() -> int:
    return sum(thread.name == "prefetch" for thread in threading.enumerate())


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_all_items_in_order(depth: int) -> None:
    assert list(prefetch(iter(range(50)), depth)) == list(range(50))
    assert prefetch_threads() == 0


def test_none_is_an_item_like_any_other() -> None:
    assert list(prefetch(iter([None, 1, None]))) == [None, 1, None]


def test_items_are_made_before_they_are_asked_for_but_not_all_of_them() -> None:
    made = []

    def items() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    coming = prefetch(items(), depth=3)
    assert next(coming) == 0
    wait_until(lambda: len(made) == 5)  # one used, three waiting, one in hand
    time.sleep(0.25)  # longer than the thread waits between two tries
    assert len(made) == 5
    assert list(coming) == list(range(1, 20))


def test_an_error_is_raised_after_the_items_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("the disk is gone")

    coming = prefetch(items())
    assert [next(coming), next(coming)] == [1, 2]
    with pytest.raises(OSError, match="the disk is gone"):
        next(coming)
    assert prefetch_threads() == 0


def test_closing_stops_the_thread_and_closes_the_items() -> None:
    closed = threading.Event()

    def items() -> Iterator[int]:
        try:
            yield from range(10**9)
        finally:
            closed.set()

    coming = prefetch(items())
    assert next(coming) == 0
    assert prefetch_threads() == 1
    coming.close()
    del coming
    assert prefetch_threads() == 0
    assert closed.is_set()


def test_never_started_means_no_thread() -> None:
    coming = prefetch(iter([1]))
    assert prefetch_threads() == 0
    coming.close()


def wait_until(condition) -> None:
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()
