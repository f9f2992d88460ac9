"""What becomes of a training: more of it, kept beside its model, given up and brought back; and where the focus is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.shell.main_window import MainWindow
from app.window.training import trainings
from app.window.training.page import At, TrainPage
from app.window.training.runner import RunState
from engine.models import catalog
from tests.app.window.training.test_train_page import LONG, start
from tests.app.window.training.test_train_page import folder as folder
from tests.app.window.training.test_train_page import nobody_answers as nobody_answers
from tests.app.window.training.test_train_page import page as page
from tests.app.window.training.test_train_page import settings as settings
from trainer.recipes.cookbook import FINE_TUNE_LENGTHS
from trainer.verdict.comparison import Judged
from trainer.verdict.verdict import Verdict, reached


def judged(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    """Train to the end and wait for the verdict."""
    start(page, folder, qtbot)
    qtbot.waitUntil(lambda: page.at is At.VERDICT and page.verdict.verdict is not None, timeout=LONG)


def keep(page: TrainPage, name: str, qtbot: QtBot, *, training: bool) -> None:
    """Make a model of it."""
    page.verdict.keep.click()
    page.model.naming.name.setText(name)
    page.model.naming.stays.setChecked(training)
    with qtbot.waitSignal(page.models_changed, timeout=LONG):
        page.model.naming.save.click()


@pytest.mark.slow
def test_an_ended_training_goes_on_and_so_does_one_that_a_model_was_kept_of(
    page: TrainPage, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FINE_TUNE_LENGTHS, "quick", 10)
    judged(page, folder, qtbot)
    quick, *others = page.verdict.more.menu().actions()
    assert quick.text().startswith("Quick: 10 steps more, about ") and len(others) == 2
    quick.trigger()
    assert page.at is At.RUN and page.runner.state is RunState.RUNNING and page.verdict.verdict is None
    qtbot.waitUntil(lambda: page.at is At.VERDICT and page.verdict.verdict is not None, timeout=LONG)
    assert page.runner.course.step == 30 and page.runner.course.steps == 30

    run = page.runner.run
    page.verdict.view.mix.set_value(60)
    keep(page, "Houses", qtbot, training=True)
    assert run.exists() and not trainings.undecided() and catalog.find("Houses")
    page.model.more.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: page.at is At.VERDICT and page.verdict.verdict is not None, timeout=LONG)
    assert page.runner.run == run and page.runner.course.step == 40
    assert [each.path for each in trainings.undecided()] == [run], "it waits for a decision again"

    keep(page, "More houses", qtbot, training=True)
    page.model.remove()
    assert not run.exists() and "and its training" in page.notice.text
    page.notice._action.click()
    assert trainings.kept_with("More houses") == run and page.model.more.isVisible()


def test_a_model_is_kept_and_its_training_is_not_unless_that_is_taken_back(
    page: TrainPage, folder: Path, qtbot: QtBot
) -> None:
    judged(page, folder, qtbot)
    run = page.runner.run
    page.verdict.view.mix.set_value(100)
    keep(page, "Houses", qtbot, training=False)
    assert not run.exists() and not page.model.more.isVisible() and "was discarded" in page.notice.text
    page.notice._action.click()
    assert run.exists() and page.model.more.isVisible() and not trainings.undecided()


def test_pausing_by_the_keyboard_never_lands_on_what_destroys(
    page: TrainPage, window: MainWindow, settings: list[str], folder: Path, qtbot: QtBot
) -> None:
    settings.append("schedule.steps=100000")
    start(page, folder, qtbot)
    held: set[object] = set()
    QApplication.instance().focusChanged.connect(lambda _, now: held.add(now))
    assert window.focusWidget() is page.run.pause
    QTest.keyClick(page.run.pause, Qt.Key.Key_Space)
    assert page.runner.state is RunState.STOPPING and window.focusWidget() is page.run
    qtbot.waitUntil(lambda: page.runner.state is RunState.PAUSED, timeout=LONG)
    assert window.focusWidget() is page.run.pause, "the next Space goes on"
    page.run.keep.setFocus()
    page.run.keep.click()
    assert page.at is At.VERDICT and window.focusWidget() is page.verdict
    qtbot.waitUntil(lambda: page.verdict.verdict is not None, timeout=LONG)
    assert window.focusWidget() is page.verdict
    assert not {page.run.discard, page.verdict.discard} & held


def test_what_it_is_shown_can_be_seen_while_it_trains(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    judged(page, folder, qtbot)
    page.verdict.back.click()
    page.run.looks[1].click()
    lessons = page.run.lessons
    assert lessons.isVisible() and not page.run.crop.isVisible()
    assert [sheet.step for sheet in page.runner.course.sheets] == [1, 5, 10, 15, 20]
    places = lessons.pairs.places()
    assert len(places) == 2 and all(lessons.pairs.rect().contains(place.toAlignedRect()) for place in places)
    assert places[0].width() > 2 * 32, "larger than it is"
    lessons.scrubber.slider.setValue(1)
    assert lessons.scrubber.step.text() == "Step 5" and lessons.scrubber.newest.isVisible()
    page.run.looks[0].click()
    assert page.run.crop.isVisible()


def trading(loss: float) -> Verdict:
    """Better on the person's photos the more of it is taken, and worse on others with the square of that."""
    return reached(
        "psnr",
        "",
        "none",
        {
            mix: [
                Judged("mine", True, {"psnr": 30.0}, {"psnr": 30 + 0.5 * mix}),
                Judged("mine too", True, {"psnr": 30.0}, {"psnr": 30 + 0.55 * mix}),
                Judged("other", False, {"psnr": 31.0}, {"psnr": 31 - loss * mix**2}),
            ]
            for mix in (0.2, 0.4, 0.6, 0.8, 1.0)
        },
    )


def test_a_mix_that_serves_both_is_proposed_and_kept_with_one_click(page: TrainPage, qtbot: QtBot) -> None:
    step = page.verdict
    step._on_verdict(trading(0.25))
    assert step.view.word.text() == "Better on yours, worse on others"
    assert "with 60 % of the training" in step.view.advice.text().replace("60%", "60 %")
    assert step.view.mix.value() == 60 and step.keep.text() == "Keep 60 %…" and step.keep.property("kind") == "main"
    assert step.view.mixed.text() == "Yours: PSNR 30.31 dB (+0.31)"
    assert step.view.mixed_others.text() == "Others: PSNR 30.91 dB (−0.09)"
    step.kept.disconnect()  # there is no training to name
    with qtbot.waitSignal(step.kept) as heard:
        step.keep.click()
    assert heard.args == [0.6]
    step.view.mix.set_value(0)
    assert not step.keep.isEnabled(), "nothing of it is nothing to keep"
    step._on_verdict(trading(9.0))
    assert step.view.advice.text() == "No smaller share of it does both."
    assert step.keep.text() == "Keep all the same…" and step.keep.property("kind") == ""
