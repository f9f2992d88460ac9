"""Studies that are made of nothing: files without pixels, for what does not look at them."""

import hashlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from trainer.study.design import VERSION, Example, Key, Mode, Stimulus, Study, StudyPhoto
from trainer.study.folder import StudyFolder
from trainer.study.ratings import Sheet, sheet_of
from trainer.study.session import Session
from trainer.study.trials import Kind, Trial

METHODS = ("bicubic", "nearest", "srgan", "srresnet")

Make = Callable[..., StudyFolder]


def image_of(photo: int, method: str) -> str:
    return hashlib.sha256(f"{photo} {method}".encode()).hexdigest()[:16] + ".png"


def make(
    path: Path,
    *,
    photos: int = 3,
    methods: tuple[str, ...] = METHODS,
    mode: Mode = Mode.RATINGS,
    retest: float = 0.25,
    calibration: int = 2,
    sets: tuple[str, ...] = ("Set5",),
) -> StudyFolder:
    """A study whose images are empty files."""
    names = {image_of(photo, method): (photo, method) for photo in range(photos) for method in methods}
    examples = [Example(image_of(-1, f"example {number}"), (1, 5)[number % 2]) for number in range(calibration)]
    study = Study(
        version=VERSION,
        id=hashlib.sha256(path.name.encode()).hexdigest()[:8],
        created="2026-01-01T00:00:00+00:00",
        mode=mode,
        seed=7,
        retest=retest,
        methods=sorted(methods),
        photos=[StudyPhoto(f"photo {n}", sets[n % len(sets)], "", 0, 0, 8, 8) for n in range(photos)],
        stimuli=sorted((Stimulus(name, photo) for name, (photo, _) in names.items()), key=lambda each: each.image),
        calibration=examples,
    )
    folder = StudyFolder(path)
    for part in (folder.images, folder.ratings):
        part.mkdir(parents=True)
    for image in study.images:
        (folder.images / image).touch()
    folder.save(study, Key(study.id, {name: method for name, (_, method) in names.items()}))
    return folder


@pytest.fixture(autouse=True)
def known_raters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raters' ids decide what they are shown again, and in which order: the same in every run."""
    numbers = count(1)
    monkeypatch.setattr(
        "trainer.study.ratings.secrets", SimpleNamespace(token_hex=lambda size: f"{next(numbers):0{2 * size}x}")
    )


@pytest.fixture
def study(tmp_path: Path) -> StudyFolder:
    """Three photos, four methods, a quarter of the trials twice."""
    return make(tmp_path / "study")


def rate(folder: StudyFolder, name: str, opinion: Callable[[Trial], int], most: int | None = None) -> Session:
    """Let a rater answer all that is open, or so many trials."""
    session = Session.begin(folder, name)
    count = 0
    while (trial := session.trial) and count != most:
        assert session.answer(opinion(trial) if trial.expected is None else trial.expected)
        count += 1
    return session


def fill(folder: StudyFolder, name: str, scores: dict[tuple[int, str], int], again: dict | None = None) -> Sheet:
    """A rater with these scores by photo and method, and those of a retest."""
    sheet = sheet_of(folder, name)
    for kind, given in ((Kind.FIRST, scores), (Kind.RETEST, again or {})):
        for (photo, method), score in given.items():
            sheet.append(Trial(kind, (image_of(photo, method),), (score,)), score, 1.0)
    return sheet
