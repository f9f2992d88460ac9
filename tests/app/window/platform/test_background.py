"""The thread beside the window: the newest wish first, and no fault ends it."""

import logging
import threading

import pytest
from pytestqt.qtbot import QtBot

from app.window.platform.background import Background
from engine.errors import FourfoldError, UnreadablePicture


def test_a_fault_nobody_foresaw_is_a_result_and_the_next_wish_is_fulfilled(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(key: object) -> object:
        if key == "foreign":
            raise IndexError("a library stumbles")
        if key == "ours":
            raise UnreadablePicture("It is empty.")
        if key == "large":
            raise MemoryError
        return key

    background = Background(work)
    results: dict[object, object] = {}
    background.done.connect(lambda key, result: results.update({key: result}))
    with caplog.at_level(logging.ERROR, "fourfold"):
        background.want(["foreign", "ours", "large", "good"])
        qtbot.waitUntil(lambda: len(results) == 4, timeout=10_000)
    background.close()
    said = {key: str(result.sentence) for key, result in results.items() if isinstance(result, FourfoldError)}
    assert said["foreign"] == "Something unexpected went wrong: a library stumbles."
    assert said["ours"] == "It is empty." and "memory" in said["large"]
    assert results["good"] == "good"
    logged = [(record.message.split(":")[0], record.exc_info is not None) for record in caplog.records]
    assert logged == [("foreign", True), ("large", True)], "what was foreseen needs no traceback"


def test_what_nobody_wants_any_more_is_not_done(qtbot: QtBot) -> None:
    go, done = threading.Event(), []

    def work(key: object) -> object:
        go.wait(10)
        return key

    background = Background(work)
    background.done.connect(lambda key, _: done.append(key))
    background.ask("first")
    qtbot.waitUntil(lambda: not background._wanted, timeout=10_000)
    background.want(["dropped"])
    background.want(["second", "third"])
    background.ask("third")
    go.set()
    qtbot.waitUntil(lambda: len(done) == 3, timeout=10_000)
    background.close()
    assert done == ["first", "third", "second"]
