"""Judging models blindly on the page Judge, with real children and networks of a few weights."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.judging import studies
from app.window.judging.methods import Offer, method_of, method_title, offer_of
from app.window.judging.page import At, JudgePage
from app.window.judging.wish import StudyWish, spread
from app.window.shell.main_window import MainWindow
from engine.models import catalog
from resources.render_samples import NAMES
from tests.app.window.conftest import PATIENCE, MakeWindow, save_noise
from tests.trainer.study.conftest import image_of, make
from trainer.study.design import ORIGINAL, Mode
from trainer.study.folder import StudyFolder
from trainer.study.ratings import read_sheets
from trainer.study.trials import Kind

LONG = 300_000
TINY = ("granite", "meadow")
"""Models that the child, to which those that ship are not hidden, knows by no other name."""


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    return [save_noise(tmp_path / "photos" / f"beach {seed}.png", 48, 40, seed) for seed in range(3)]


@pytest.fixture
def own(models: Path) -> None:
    for source, name in zip(("srresnet", "srgan"), TINY, strict=True):
        shutil.copy(models / f"{source}.safetensors", models / f"{name}.safetensors")


@pytest.fixture
def page(own: None, window: MainWindow, photos: list[Path], qtbot: QtBot) -> JudgePage:
    """The page with the photos of the list and the tiny models chosen."""
    window.open(photos)
    qtbot.waitUntil(lambda: window.page.scene.photo is not None, timeout=PATIENCE)
    window.actions_["judge_page"].trigger()
    choose_methods(window.judge, catalog.BICUBIC, *TINY)
    window.judge.choose.rater.setText("Anna")
    return window.judge


def choose_methods(page: JudgePage, *models: str) -> None:
    for model, box in page.choose.methods.boxes.items():
        box.setChecked(model in models)


def press(key: Qt.Key) -> None:
    """To whatever has the focus, as a keyboard does: shortcuts of the window come first."""
    QTest.keyClick(QApplication.focusWidget(), key)


def start(page: JudgePage, qtbot: QtBot) -> StudyFolder:
    page.choose.start.click()
    qtbot.waitUntil(lambda: page.at is At.RATE or bool(page.choose.hint.property("kind") == "bad"), timeout=LONG)
    assert page.at is At.RATE, page.choose.hint.text()
    return StudyFolder(page.folder)


def answer_all(page: JudgePage, folder: StudyFolder, best: str, qtbot: QtBot) -> None:
    """Prefer one method to all others, which are equal."""
    methods, key = folder.key().methods, {-1: Qt.Key.Key_Left, 0: Qt.Key.Key_Down, 1: Qt.Key.Key_Right}
    while page.at is At.RATE:
        left, right = (methods[image] == best for image in page.rate.session.trial.images)
        press(key[right - left])
    qtbot.waitUntil(lambda: page.result.use.isEnabled() or "back" in page.result.sureness.text(), timeout=PATIENCE)


def answers(folder: StudyFolder) -> dict[str, int]:
    return {sheet.rater.rater: len(sheet.answers()) for sheet in read_sheets(folder)}


# --- the three steps ---


def test_two_people_judge_and_the_model_is_used(page: JudgePage, window: MainWindow, qtbot: QtBot) -> None:
    """By keys alone; nothing on the way names a method; in the middle the page is left."""
    assert page.choose.wish().questions == 10
    folder = start(page, qtbot)
    assert page.rate.session.total == 10 and page.rate.said.text() == "1 of 10"
    assert folder.path.parent == studies.root()
    shown = [page.rate.asked, page.rate.said, *page.rate.buttons.values()]
    assert not any(name in part.text().lower() for name in (*TINY, catalog.BICUBIC) for part in shown)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.page and answers(folder) == {"Anna": 1}

    window.actions_["judge_page"].trigger()
    earlier = page.choose.earlier
    assert page.at is At.CHOOSE and earlier.judge.hasFocus() and earlier.judge.text() == "Continue"
    assert earlier.state.whole() == "Anna: 1 of 10"
    press(Qt.Key.Key_Space)
    assert page.rate.said.text() == "2 of 10"
    answer_all(page, folder, "meadow", qtbot)
    assert page.result.headline.text() == "srgan (meadow) is liked best."
    assert "cannot decide" in page.result.sureness.text(), "of three photos nobody can be sure"
    rows = page.result.tables[Mode.PAIRS].texts()
    assert rows[0][0] == "srgan (meadow)" and int(rows[0][3]) in (5, 6), "the first pair was called equal"

    page.result.again.click()
    page.choose.rater.setText("Ben")
    assert earlier.judge.text() == "Judge it"
    earlier.judge.click()
    assert page.rate.said.text() == "1 of 10"
    answer_all(page, folder, "meadow", qtbot)
    assert answers(folder) == {"Anna": 10, "Ben": 10}
    assert page.result.who.text() == "Photos judged: 3. Answers: Anna (10), Ben (10)."
    press(Qt.Key.Key_Space)
    assert window.pages.currentWidget() is window.page
    assert window.page.inspector.choices().model == "meadow"


def test_scores_begin_with_examples(page: JudgePage, window: MainWindow, qtbot: QtBot) -> None:
    page.choose.modes.choose(Mode.RATINGS)
    page.choose.methods.original.setChecked(True)
    asked = page.choose.wish().questions
    folder = start(page, qtbot)
    assert page.rate.session.total == asked
    examples = 0
    while (trial := page.rate.session.trial).kind is Kind.CALIBRATION:
        assert f"this is a {trial.expected}" in page.rate.asked.text()
        press(Qt.Key.Key_3)
        assert page.rate.session.trial is trial, "an example has one answer"
        press(Qt.Key.Key_0 + trial.expected)
        examples += 1
    assert examples == 2 * len(NAMES)
    methods = folder.key().methods
    while page.at is At.RATE:
        press(Qt.Key.Key_5 if methods[page.rate.session.trial.images[0]] == ORIGINAL else Qt.Key.Key_2)
    qtbot.waitUntil(lambda: page.result.use.isEnabled(), timeout=PATIENCE)
    rows = page.result.tables[Mode.RATINGS].texts()
    assert rows[0] == ["The original", "5.00", "5.00 to 5.00", "1.00"] and len(rows) == 4
    assert "original" not in page.result.headline.text(), "it is no model that can be used"
    assert page.result.tables[Mode.PAIRS].isHidden()


def test_what_was_interrupted_is_offered_by_the_next_window(
    page: JudgePage, window: MainWindow, new_window: MakeWindow, qtbot: QtBot
) -> None:
    folder = start(page, qtbot)
    press(Qt.Key.Key_Left)
    window.close()
    other = new_window()
    other.actions_["judge_page"].trigger()
    earlier = other.judge.choose.earlier
    assert other.judge.choose.name == "Anna" and earlier.state.whole() == "Anna: 1 of 10"
    earlier.judge.click()
    assert other.judge.folder == folder.path and other.judge.rate.said.text() == "2 of 10"


# --- keys ---


def test_tab_leads_through_the_answers_as_they_stand(page: JudgePage, window: MainWindow, qtbot: QtBot) -> None:
    start(page, qtbot)
    press(Qt.Key.Key_Left)
    rate, tabbed = page.rate, []
    for _ in range(6):
        tabbed.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert tabbed == [rate.pictures, rate.back, *rate.buttons.values(), rate.pause]
    assert rate.pictures.accessibleName() == "Which picture is better? 2 of 10"


def test_keys_of_the_window_rest_while_one_judges(page: JudgePage, window: MainWindow, qtbot: QtBot) -> None:
    """Backspace would take photos off the list, which nobody sees here."""
    folder = start(page, qtbot)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Backspace)
    assert page.rate.said.text() == "1 of 10" and page.rate.buttons[1].isChecked()
    assert window.page.list.photos.rowCount() == 3
    page.rate.back.setEnabled(True)
    for button in (*page.rate.buttons.values(), page.rate.pause):
        button.setFocus()
        before = page.rate.session.done
        press(Qt.Key.Key_Left)
        assert page.rate.session.done >= before and page.rate.pictures.hasFocus(), "whatever has the focus"
    assert answers(folder) == {"Anna": 4}


def test_a_key_held_down_answers_nothing_more(page: JudgePage, qtbot: QtBot) -> None:
    start(page, qtbot)
    none, key = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Left
    for _ in range(5):
        QApplication.sendEvent(page.rate.pictures, QKeyEvent(QEvent.Type.KeyPress, key, none, "", True))
    assert page.rate.session.done == 0
    QTest.keyClick(page.rate.pictures, key, Qt.KeyboardModifier.ControlModifier)
    assert page.rate.session.done == 0


def test_no_time_counts_while_another_page_shows(page: JudgePage, window: MainWindow, qtbot: QtBot) -> None:
    start(page, qtbot)
    window.actions_["measure_page"].trigger()
    assert page.rate.session.stage == "paused"
    window.actions_["judge_page"].trigger()
    assert page.at is At.RATE and page.rate.session.stage == "rating" and page.rate.pictures.hasFocus()


# --- what is seen ---


@pytest.mark.parametrize(("side", "window_size"), [(64, (1280, 800)), (700, (1000, 600))])
def test_pictures_show_pixel_by_pixel(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, side: int, window_size: tuple[int, int]
) -> None:
    """Of what has no room the same middle of both."""
    folder = make(tmp_path / "study", photos=1, methods=("a", "b"), mode=Mode.PAIRS, calibration=0, retest=0)
    pixels = np.random.default_rng(0).integers(0, 256, (side, side, 3), np.uint8)
    for method in ("a", "b"):
        Image.fromarray(pixels).save(folder.images / image_of(0, method))
    window.resize(*window_size)
    window.show_judge()
    window.judge.choose.rater.setText("Anna")
    window.judge.judge(folder.path)
    pictures = window.judge.rate.pictures
    qtbot.waitUntil(lambda: pictures.isVisible() and pictures.width() > 100, timeout=PATIENCE)
    QApplication.processEvents()
    seen = pictures.grab().toImage().convertToFormat(pictures.grab().toImage().Format.Format_RGB888)
    for place in pictures.places():
        top, left = (side - place.height()) // 2, (side - place.width()) // 2
        for x, y in ((0, 0), (place.width() - 1, place.height() - 1), (place.width() // 2, place.height() // 3)):
            colour = seen.pixelColor(place.left() + x, place.top() + y)
            wanted = pixels[top + y, left + x]
            assert np.abs(np.array(colour.getRgb()[:3]) - wanted).max() <= 0
    first, second = pictures.places()
    assert first.size() == second.size() and first.right() < second.left()


# --- making it ---


def test_giving_up_leaves_nothing(page: JudgePage, qtbot: QtBot) -> None:
    page.choose.start.click()
    assert page.choose.cancel.hasFocus()
    qtbot.waitUntil(lambda: page.choose.progress.maximum() > 0, timeout=LONG)
    page.choose.cancel.click()
    assert not page.choose.maker.is_running and list(studies.root().glob("*")) == []
    assert page.at is At.CHOOSE and page.choose.start.isEnabled() and page.choose.start.hasFocus()


def test_what_cannot_be_made_is_said(page: JudgePage, photos: list[Path], qtbot: QtBot) -> None:
    photos[1].write_bytes(b"no photo any more")
    page.choose.start.click()
    qtbot.waitUntil(lambda: page.choose.hint.property("kind") == "bad", timeout=LONG)
    assert "beach 1.png" in page.choose.hint.text()
    assert list(studies.root().glob("*")) == [] and page.choose.start.isEnabled()


def test_what_holds_one_back_is_said(window: MainWindow, photos: list[Path], qtbot: QtBot) -> None:
    window.actions_["judge_page"].trigger()
    choose = window.judge.choose
    assert choose.hint.text() == "Choose photos first." and not choose.start.isEnabled()
    window.judge.take([photos[0].parent])
    qtbot.waitUntil(lambda: len(choose.photos.photos()) == 3, timeout=PATIENCE)
    assert choose.hint.text().startswith("10 questions, about 50 s.") and choose.start.isEnabled()
    choose.photos.count.setValue(2)
    assert choose.photos.names.whole() == "beach 0.png, beach 1.png"
    choose_methods(window.judge, catalog.BICUBIC)
    assert choose.hint.text() == "Choose two methods or more."
    choose_methods(window.judge, catalog.BICUBIC, catalog.NEAREST)
    choose.rater.setText(" ")
    assert choose.hint.text().startswith("Say who judges")


def test_copies_come_back_and_the_report_is_shown(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A study that lies elsewhere, one rater's answers in a copy of it."""
    folder = make(tmp_path / "study", photos=2, methods=("bicubic", "nearest"), mode=Mode.PAIRS, calibration=0)
    copy = StudyFolder(Path(shutil.copytree(folder.path, tmp_path / "copy")))
    copy.key_file.unlink()
    window.show_judge()
    page = window.judge
    page.take([folder.path])
    assert page.choose.earlier.state.whole() == "Nobody has judged yet."
    for place, name in ((folder, "Anna"), (copy, "Ben")):
        page.choose.rater.setText(name)
        page.judge(place.path)
        answer_all(page, folder, "bicubic", qtbot)
        page.result.again.click()
    page.show_result(copy.path)
    assert str(copy.path) in page.result.sureness.text() and not page.result.use.isEnabled()
    page.show_result(folder.path)
    page.result.add(copy.path)
    assert page.notice.text == "Ben: 2 new answers."
    qtbot.waitUntil(lambda: page.result.use.isEnabled(), timeout=PATIENCE)
    assert page.result.who.text() == "Photos judged: 2. Answers: Anna (2), Ben (2)."
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.result.report.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    assert Path(opened[0]) == folder.report / "report.html" and Path(opened[0]).is_file()


# --- names and numbers ---


@pytest.mark.usefixtures("models")
def test_textured_models_are_judged_as_they_are_saved() -> None:
    assert method_of("srgan") == "srresnet+0.85*srgan" and method_of("srresnet") == "srresnet"
    assert offer_of("srresnet+0.85*srgan") == Offer("srgan") and offer_of("srgan") == Offer("srgan", 1.0)
    assert offer_of("srresnet+0.4*srgan") == Offer("srgan", 0.4) and offer_of("bicubic") == Offer("bicubic")
    assert offer_of("somebody's") is None and offer_of("bicubic+0.5*srgan") is None
    assert method_title("srresnet+0.4*srgan") == "Textured (SRGAN), texture 40 %"


@pytest.mark.parametrize("mode", Mode)
def test_photos_are_taken_from_all_over(mode: Mode) -> None:
    paths = [Path(f"/a/{number}.jpg") for number in range(10)]
    assert spread([*paths, Path("/a/0.png")], 4) == tuple(paths[number] for number in (0, 2, 5, 7))
    wish = StudyWish(spread(paths, 50), ("a", "b", "c"), False, mode, "Anna")
    assert len(wish.photos) == 10 and wish.least == 7
