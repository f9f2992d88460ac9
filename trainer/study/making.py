"""A new study: every method applied to every photo, and stored so that nothing tells which is which."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from engine.models import catalog
from engine.sentences import why
from trainer.data.photos import bundled_photos, look_for_photos
from trainer.errors import BadStudy
from trainer.study.contenders import Contender, contenders
from trainer.study.design import (
    HIGHEST,
    LOWEST,
    MOST_RETEST,
    ORIGINAL,
    VERSION,
    Example,
    Key,
    Mode,
    Stimulus,
    Study,
    StudyPhoto,
)
from trainer.study.folder import StudyFolder
from trainer.study.order import StudyOrder
from trainer.study.subjects import PhotoFile, find_subjects, read_subject

_ENDS = {catalog.NEAREST: LOWEST, ORIGINAL: HIGHEST}
"""What a rater is calibrated on, and the scores that these stand for."""

Said = Callable[[int, int], None]
"""Hears how many images are made, and of how many."""


def make_study(
    path: Path, order: StudyOrder, device: torch.device, said: Said = lambda done, total: None
) -> StudyFolder:
    """Make the images and the files of a study in a new or empty folder. Raises BadStudy, BadPhotos, PictureError or
    ModelError; nothing is left then.
    """
    _check(order)
    photos = find_subjects(order.photos)
    places = order.calibration or look_for_photos(bundled_photos(), own=False).paths
    examples = find_subjects(places) if order.mode is Mode.RATINGS else []
    _check_files(photos, examples, order)
    made_by = contenders(order.models, order.results, device)
    if len(made_by) < 2:
        raise BadStudy("A study compares two methods or more.")
    with ExitStack() as undo:
        store = _Store(StudyFolder(path), len(photos) * len(made_by) + len(_ENDS) * len(examples), said, undo)
        calibration = _calibration(store, examples, order, device)
        judged, stimuli = _judged(store, photos, made_by, order)
        store.finish(order, sorted(made_by), judged, stimuli, calibration)
        undo.pop_all()
    return StudyFolder(path)


def _check(order: StudyOrder) -> None:
    if ORIGINAL in order.models and not order.with_original:
        raise BadStudy("The original can be judged only where the photos are originals, which are reduced first.")
    if order.side is not None and order.side < catalog.SCALE:
        raise BadStudy("A crop is at least {least} pixels wide, not {side}.", least=catalog.SCALE, side=order.side)
    if not 0 <= order.retest <= MOST_RETEST:
        raise BadStudy("The share that is shown again is from 0 to {most}.", most=MOST_RETEST)


def _check_files(photos: Sequence[PhotoFile], examples: Sequence[PhotoFile], order: StudyOrder) -> None:
    if unknown := sorted(set(order.corners) - {file.name for file in photos}):
        raise BadStudy("There is no photo called {name} to be cropped.", name=unknown[0])
    known = {file.sha256 for file in examples}
    if both := [file.path.name for file in photos if known and file.sha256 in known]:
        raise BadStudy("{name} is of the calibration; judge another photo, or calibrate on another.", name=both[0])


def _calibration(store: _Store, files: Sequence[PhotoFile], order: StudyOrder, device: torch.device) -> list[Example]:
    """Each photo at its worst and at its best."""
    ends = contenders(_ENDS, {}, device) if files else {}
    found = []
    for file in files:
        subject = read_subject(file, with_original=True, side=order.side, corners={})
        found += [Example(store.keep(make(subject)), _ENDS[name]) for name, make in ends.items()]
    return found


def _judged(
    store: _Store, files: Iterable[PhotoFile], made_by: Mapping[str, Contender], order: StudyOrder
) -> tuple[list[StudyPhoto], list[Stimulus]]:
    """Every photo by every method."""
    photos, stimuli = [], []
    for number, file in enumerate(files):
        subject = read_subject(file, with_original=order.with_original, side=order.side, corners=order.corners)
        stimuli += [Stimulus(store.keep(make(subject), method), number) for method, make in made_by.items()]
        photos.append(StudyPhoto(file.name, file.data, file.sha256, *subject.region))
    return photos, stimuli


class _Store:
    """The images of a study that is being made. ``undo`` removes them."""

    def __init__(self, folder: StudyFolder, total: int, said: Said, undo: ExitStack) -> None:
        self._folder, self._total, self._said = folder, total, said
        self._key: dict[str, str | None] = {}
        self._now = datetime.now(UTC)
        try:
            if folder.path.exists() and any(folder.path.iterdir()):
                raise BadStudy("{path} is not empty; choose another folder.", path=folder.path)
            if not folder.path.exists():
                folder.path.mkdir(parents=True)
                undo.callback(shutil.rmtree, folder.path, ignore_errors=True)
            undo.callback(shutil.rmtree, folder.images, ignore_errors=True)
            folder.images.mkdir()
            folder.ratings.mkdir()
        except OSError as error:
            raise _unwritable(folder, error) from error

    def keep(self, planes: Tensor, method: str | None = None) -> str:
        """Store an image (1, 3, H, W) under a name that chance made, as old as all others, and as large as those of its
        size, as nothing is compressed; returns the name."""
        name = f"{secrets.token_hex(8)}.png"
        pixels = planes[0].permute(1, 2, 0).mul(255).round().numpy().astype(np.uint8)
        try:
            Image.fromarray(np.ascontiguousarray(pixels)).save(self._folder.images / name, compress_level=0)
            os.utime(self._folder.images / name, (self._now.timestamp(),) * 2)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._key[name] = method
        self._said(len(self._key), self._total)
        return name

    def finish(
        self,
        order: StudyOrder,
        methods: list[str],
        photos: list[StudyPhoto],
        stimuli: list[Stimulus],
        calibration: list[Example],
    ) -> None:
        """Write what the study is, and its key."""
        study = Study(
            version=VERSION,
            id=secrets.token_hex(4),
            created=self._now.isoformat(timespec="seconds"),
            mode=order.mode,
            seed=order.seed,
            retest=order.retest,
            methods=methods,
            photos=photos,
            stimuli=sorted(stimuli, key=lambda each: each.image),
            calibration=sorted(calibration, key=lambda each: each.image),
        )
        key = Key(study.id, {name: method for name, method in sorted(self._key.items()) if method})
        try:
            self._folder.save(study, key)
        except OSError as error:
            raise _unwritable(self._folder, error) from error


def _unwritable(folder: StudyFolder, error: OSError) -> BadStudy:
    return BadStudy("{path} cannot be written: {reason}.", path=folder.path, reason=why(error))
