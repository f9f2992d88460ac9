"""Teaching a model on the page Train, with real children and networks of a few weights."""

import gc
import os
import shutil
import signal
import sys
import weakref
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import psutil
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.window.shell.computer import release_models
from app.window.shell.main_window import MainWindow
from app.window.training import commands, trainings
from app.window.training.goal import Goal, Material
from app.window.training.page import At, TrainPage
from app.window.training.runner import RunState
from app.window.widgets.asking import ask
from engine.models import catalog
from engine.models.weights import load_weights
from tests.app.window.conftest import MakeWindow, save_noise
from tests.trainer.conftest import made_photo
from trainer.run_folder import RunFolder

LONG = 300_000
TINY = ["data.batch=2", "data.patch=32", "schedule.validate_every=5", "schedule.save_every=5", "schedule.warmup=2"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine good photos and a broken one."""
    folder = tmp_path / "buildings"
    folder.mkdir()
    for seed in range(9):
        made_photo(seed, 144, 128).save(folder / f"house {seed}.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a photo")
    return folder


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the children are told beside the recipe: enough for seconds instead of minutes."""
    told = [*TINY, "schedule.steps=20"]
    monkeypatch.setattr(Goal, "settings", property(lambda goal: told))
    return told


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that closes while a training goes on would wait for an answer for ever."""
    monkeypatch.setattr(MainWindow, "_may_pause_training", lambda window: True)


@pytest.fixture
def page(window: MainWindow, settings: list[str]) -> TrainPage:
    window.actions_["train_page"].trigger()
    return window.train


def choose_photos(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    page.take([folder])
    qtbot.waitUntil(lambda: page.photos.next.isEnabled(), timeout=LONG)
    page.photos.next.click()


def test_a_model_learns_is_judged_named_and_used(
    page: TrainPage, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    choose_photos(page, folder, qtbot)
    assert page.photos.findings.counts() == {"damaged": 1}
    assert page.goal.length.device.text().startswith("Timing")
    qtbot.waitUntil(lambda: page.goal.length.minutes["quick"].text().startswith("about"), timeout=LONG)
    page.goal.start.click()
    qtbot.waitUntil(lambda: page.at is At.VERDICT, timeout=LONG)
    course = page.runner.course
    assert course.step == 20 and course.reason == "steps"
    assert [crop.step for crop in course.crops] == [0, 5, 10, 15, 20]
    page.run.crop.scrubber.slider.setValue(1)
    titles = [frame.title for frame in page.run.crop.film.frames]
    assert titles == ["The photo", "Before", "Step 5"]
    assert all(frame.path.is_file() for frame in page.run.crop.film.frames)
    qtbot.waitUntil(page.verdict.keep.isEnabled, timeout=LONG)
    assert page.verdict.view.word.text()
    assert page.verdict.view.table.texts()[0][0] == "Yours (2): PSNR"
    best = max(course.crops, key=lambda crop: course.scores[crop.step]["psnr"])
    assert page.verdict.view.film.frames[-1] == (f"After: step {best.step}", best.path), (
        "what is judged is what is shown"
    )
    run = page.runner.run
    page.verdict.keep.click()
    page.model.naming.name.setText("My houses")
    assert page.model.naming.stays.isChecked() and "on the disk" in page.model.naming.stays.text()
    with qtbot.waitSignal(page.models_changed, timeout=LONG):
        page.model.naming.save.click()
    assert trainings.kept_with("My houses") == run and not trainings.undecided() and page.runner.course is None
    assert page.model.more.isVisible(), "it can go on"
    assert catalog.find("My houses").card.name == "My houses"
    page.model.use.click()
    assert window.page.inspector.models.model() == "My houses"
    assert window.pages.currentWidget() is window.page


@pytest.mark.skipif(os.name != "posix", reason="other systems have no pipes among files")
def test_what_is_no_photo_is_said(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    os.mkfifo(folder / "pipe.jpg")
    page.take([folder])
    qtbot.waitUntil(page.photos.next.isEnabled, timeout=LONG)
    said = f"1 × Damaged Passed by: 1. {folder / 'pipe.jpg'} is a pipe, not a photo."
    assert page.photos.problems.text() == said


def start(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    """Begin a training without waiting for the timing."""
    choose_photos(page, folder, qtbot)
    page.goal.start.click()
    qtbot.waitUntil(lambda: page.runner.state is not RunState.RUNNING or bool(page.runner.course.scores), timeout=LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_training_goes_on_and_a_closed_window_offers_it(
    new_window: MakeWindow, settings: list[str], folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.append("schedule.steps=100000")
    window = new_window()
    window.actions_["train_page"].trigger()
    page = window.train
    start(page, folder, qtbot)
    run = page.runner.run
    qtbot.waitUntil(lambda: any((run / "checkpoints").iterdir()), timeout=LONG)
    os.kill(page.runner.child_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: page.runner.state is RunState.FAILED, timeout=LONG)
    assert "memory ran out" in page.run.problem.text() and page.run.problem.isVisible()
    reached = max(page.runner.course.scores)
    page.run.pause.click()
    qtbot.waitUntil(lambda: max(page.runner.course.scores) > reached, timeout=LONG)
    assert window.bottom.saving.text().startswith("Training")

    monkeypatch.setattr(MainWindow, "_may_pause_training", lambda window: False)
    assert not window.close(), "closing asks"
    monkeypatch.setattr(MainWindow, "_may_pause_training", lambda window: True)
    assert window.close()
    assert page.runner.child_pid == 0

    again = new_window()
    assert again.page.viewer.notice.text == "The training on “buildings” waits for you."
    again._take_up_training()
    page = again.train
    assert page.at is At.RUN and page.runner.state is RunState.RUNNING
    reached = max(page.runner.course.scores)
    assert reached > 0, "what was told before is shown"
    assert page.run.crop.scrubber.slider.value() == page.run.crop.scrubber.slider.maximum() > 0, (
        "from the newest step on"
    )
    qtbot.waitUntil(lambda: max(page.runner.course.scores) > reached, timeout=LONG)
    page.run.pause.click()
    qtbot.waitUntil(lambda: page.runner.state is RunState.PAUSED, timeout=LONG)
    monkeypatch.setattr("app.window.training.fate.ask", lambda *_, **__: True)
    page.run.discard.click()
    assert page.at is At.PHOTOS and not run.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a running process")
def test_a_full_disk_is_told_and_loses_no_checkpoint(
    page: TrainPage, settings: list[str], folder: Path, qtbot: QtBot
) -> None:
    settings.append("schedule.steps=100000")
    start(page, folder, qtbot)
    run = page.runner.run
    qtbot.waitUntil(lambda: any((run / "checkpoints").iterdir()), timeout=LONG)
    psutil.Process(page.runner.child_pid).rlimit(psutil.RLIMIT_FSIZE, (8_000, 8_000))  # of any file: as a full disk
    qtbot.waitUntil(lambda: "larger than this disk allows" in page.run.problem.text(), timeout=LONG)
    assert page.runner.state is RunState.RUNNING and page.run.problem.isVisible()
    page.run.pause.click()
    qtbot.waitUntil(lambda: page.runner.state is RunState.FAILED, timeout=LONG)
    assert "were not saved" in page.run.problem.text()
    reached = max(page.runner.course.scores)
    page.run.pause.click()
    qtbot.waitUntil(lambda: max(page.runner.course.scores) > reached, timeout=LONG)


@pytest.mark.slow
def test_a_bad_training_is_called_worse_and_not_offered(
    page: TrainPage,
    models: Path,
    settings: list[str],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From a model that can do something: at random, worse is a matter of luck."""
    shutil.copyfile(str(files("resources") / "weights" / "srresnet-x4.safetensors"), models / "srresnet.safetensors")
    settings += ["schedule.steps=6", "optimiser.learning_rate=0.003", "schedule.keep=last", "schedule.decay=constant"]
    start(page, folder, qtbot)
    qtbot.waitUntil(lambda: page.verdict.verdict is not None, timeout=LONG)
    assert page.verdict.view.word.text() == "Worse"
    assert page.verdict.keep.property("kind") == "" and page.verdict.discard.property("kind") == ""
    assert page.verdict.focusWidget() is not page.verdict.discard
    run, word = page.runner.run, page.verdict.verdict.word
    monkeypatch.setattr("app.window.training.fate.ask", lambda *_, **__: False)
    page.verdict.discard.click()
    assert page.at is At.VERDICT and run.exists(), "it asks"
    monkeypatch.setattr("app.window.training.fate.ask", lambda *_, **__: True)
    page.verdict.discard.click()
    assert page.at is At.GOAL and not run.exists() and "was discarded" in page.notice.text
    page.notice._action.click()
    assert page.at is At.VERDICT and run.exists(), "and back at once, without judging anew"
    assert page.verdict.verdict.word == word
    assert page.verdict.view.mix.value() == 0 and not page.verdict.keep.isEnabled(), "none of it is the best of it"
    page.verdict.back.click()
    assert page.at is At.RUN and page.runner.state is RunState.FINISHED
    page.run.keep.click()
    assert page.at is At.VERDICT and page.verdict.verdict.word == word
    page.verdict.discard.click()
    page.close_threads()
    assert not any(trainings.root().glob("*/*"))


def test_a_folder_that_vanishes_is_told_and_the_page_lives(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    choose_photos(page, folder, qtbot)
    shutil.rmtree(folder)
    page.goal.start.click()
    qtbot.waitUntil(lambda: page.runner.state is RunState.FAILED, timeout=LONG)
    assert "There is no folder" in page.run.problem.text()
    page.run.discard.click()
    assert page.at is At.GOAL
    page.goal.back.click()
    page.photos.check(folder)
    qtbot.waitUntil(lambda: "There is no folder" in page.photos.hint.text(), timeout=LONG)


def test_a_start_that_failed_leaves_nothing_and_is_tried_once_more(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    choose_photos(page, folder, qtbot)
    away = folder.rename(folder.with_name("away"))
    page.goal.start.click()
    qtbot.waitUntil(lambda: page.runner.state is RunState.FAILED, timeout=LONG)
    assert not page.runner.run.exists()
    away.rename(folder)
    page.run.pause.click()
    qtbot.waitUntil(lambda: page.at is At.VERDICT, timeout=LONG)
    assert page.runner.course.step == 20 and page.runner.run.is_dir()


def test_photos_are_kept_and_left_out_by_hand(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    Image.new("RGB", (144, 128), "grey").save(folder / "flat.png")
    page.take([folder])
    qtbot.waitUntil(page.photos.next.isEnabled, timeout=LONG)
    photos, grid = page.photos, page.photos.grid
    grid.look_asked.disconnect()  # nothing shall open it here
    before = photos.material()
    with qtbot.waitSignal(grid.look_asked) as asked:
        place = grid.visualRect(grid.model().index(0, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [folder / "broken.jpg"] and photos.material() == before
    rows = {grid.model().index(row, 0).data(): grid.model().index(row, 0) for row in range(grid.model().rowCount())}
    grid.toggle(rows["broken.jpg"])
    assert photos.material().count == 9, "nobody can keep a damaged photo"
    grid.toggle(rows["flat.png"])
    assert photos.material() == Material(folder, ("blurred",), (), 10, 2)
    grid.toggle(rows["house 0.png"])
    grid.toggle(rows["house 1.png"])
    assert photos.material() == Material(folder, ("blurred",), ("house 0.png", "house 1.png"), 8, 2)
    grid.toggle(rows["house 2.png"])
    assert not photos.next.isEnabled() and "serve: 7," in photos.hint.text()


def test_eight_tiny_photos_are_not_enough(page: TrainPage, tmp_path: Path, qtbot: QtBot) -> None:
    for seed in range(8):
        save_noise(tmp_path / "tiny" / f"{seed}.png", 60, 40, seed)
    page.take([tmp_path / "tiny"])
    qtbot.waitUntil(lambda: page.photos.findings.rowCount() == 8, timeout=LONG)
    assert page.photos.findings.counts() == {"too small": 8}
    assert not page.photos.next.isEnabled() and "serve: 0," in page.photos.hint.text()


def test_a_wrong_file_of_vgg19_is_refused_and_another_can_be_chosen(
    page: TrainPage, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_photos(page, folder, qtbot)
    page.goal.styles.choose("textured")
    features, wrong = page.goal.features, tmp_path / "wrong.safetensors"
    wrong.write_bytes(b"no weights")
    features.use(wrong)
    assert features.file is None and "wrong.safetensors" in features.problem.text()
    wrong.write_bytes(b"features.2.weight, cut off")
    features.use(wrong)
    assert features.file == wrong and features.choose.isVisible()
    qtbot.waitUntil(lambda: "wrong.safetensors" in page.goal.hint.text(), timeout=LONG)
    page.goal.styles.choose("faithful")
    assert page.goal.hint.text().startswith("Photos to learn from"), "what is over is not told any more"


def test_the_time_is_of_the_damage_that_is_chosen(tmp_path: Path) -> None:
    told = commands.time(Goal(tmp_path, degradation="strong"), Material(tmp_path), tmp_path / "none.txt")
    assert told[told.index("--set") + 1] == "data.degradation=strong"


def test_what_another_model_does_is_taught(page: TrainPage, folder: Path, qtbot: QtBot) -> None:
    choose_photos(page, folder, qtbot)
    assert not page.goal.teachers.isVisible()
    page.goal.styles.choose("taught")
    assert page.goal.teachers.isVisible() and not page.goal.features.isVisible()
    assert page.goal.teachers.findData(page.goal.base.currentData()) < 0, "a model teaches itself nothing"
    page.goal.teachers.setCurrentIndex(page.goal.teachers.findData("srgan"))
    qtbot.waitUntil(lambda: page.goal.length.minutes["quick"].text().startswith("about"), timeout=LONG)
    page.goal.start.click()
    qtbot.waitUntil(lambda: page.at is At.VERDICT, timeout=LONG)
    run = RunFolder(page.runner.run)
    assert page.runner.course.teaching and run.order().teacher == "srgan"
    assert "learnt from srgan" in load_weights(run.weights / "fine-tune-faithful.safetensors").card.notes


def test_a_question_is_answered_by_a_verb(qtbot: QtBot) -> None:
    answers = []

    def answer(by: Callable[[QMessageBox], None]) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        answers.append([button.text() for button in box.buttons()])
        by(box)

    QTimer.singleShot(0, lambda: answer(lambda box: box.defaultButton().click()))
    assert ask(None, "Discard it?", "That cannot be undone.", "Discard")
    QTimer.singleShot(0, lambda: answer(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape)))
    assert not ask(None, "Discard it?", "That cannot be undone.", "Discard")
    assert answers == [["Discard", "Cancel"]] * 2
    QTimer.singleShot(0, lambda: answer(lambda box: QTest.keyClick(box, Qt.Key.Key_Return)))
    assert not ask(None, "Discard it?", "", "Discard", keep="Keep it"), "Enter destroys nothing"


def test_own_models_are_exported_deleted_and_brought_back(page: TrainPage, tmp_path: Path) -> None:
    page.show_models()
    model = page.model
    names = [model.list.item(row).text() for row in range(model.list.count())]
    assert names == ["srgan", "srresnet"]
    assert "Name: srgan" in model.card.toPlainText()
    model.export_to(tmp_path / "taken along.safetensors")
    model.remove()
    assert model.list.count() == 1 and page.notice.text == "srgan was deleted."
    page.notice._act()
    assert model.list.count() == 2 and model.entry.id == "srgan"
    model.import_from(tmp_path / "taken along.safetensors")
    assert model.entry.id == "taken along"
    assert model.list.currentItem().text() == "srgan (taken along)", "two of one name are told apart"
    (tmp_path / "other.safetensors").write_bytes(b"no weights")
    model.import_from(tmp_path / "other.safetensors")
    assert model.list.count() == 3 and "other.safetensors" in page.notice.text


def test_models_are_let_go_before_a_training(models: Path) -> None:
    from engine.jobs.method import Method, RunnerCache

    cache = RunnerCache()
    kept = weakref.ref(cache.runner(Method("srresnet")))
    assert kept() is not None
    list(release_models(cache))
    gc.collect()
    assert kept() is None
