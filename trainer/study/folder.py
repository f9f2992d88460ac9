"""A study as a folder that can be carried to other raters. No torch.

::

    STUDY/study.json       what a rater needs: the question, the images, the order's seed
    STUDY/images/          PNG files, named by chance, without metadata or compression, all of one time
    STUDY/key.json         which image is whose
    STUDY/ratings/         one file a rater, a line an answer
    STUDY/report/          what ``study report`` writes

The key is a file of its own, so that a copy for raters can go without it: then nobody, also not by accident, sees
which method an image is of. It hides nothing from who looks at ``key.json``, or computes the images again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from engine.atomic import write_whole
from engine.texts import to_json
from trainer.errors import BadStudy
from trainer.study.design import Key, Study, read_value


class StudyFolder:
    """The files of one study."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.images = path / "images"
        self.ratings = path / "ratings"
        self.report = path / "report"
        self.key_file = path / "key.json"
        self._study = path / "study.json"

    def study(self) -> Study:
        """What is judged. Raises BadStudy."""
        if not self._study.is_file():
            raise BadStudy("{path} holds no study.", path=self.path)
        study = read_value(self._study, Study)
        try:
            study.check()
        except ValueError as error:
            raise BadStudy("{path} holds no study that can be used: {reason}.", path=self.path, reason=error) from error
        return study

    def key(self) -> Key:
        """Which image is whose. Raises BadStudy where the key is not here, or is that of another study."""
        study = self.study()
        if not self.key_file.is_file():
            raise BadStudy("{path} has no key.json: merge it into the folder that has one.", path=self.path)
        key = read_value(self.key_file, Key)
        if key.study != study.id or {each.image for each in study.stimuli} - set(key.methods):
            raise BadStudy("{path} is the key of another study.", path=self.key_file)
        return key

    def check_images(self, names: Iterable[str]) -> None:
        """Raise BadStudy where an image is not here."""
        if missing := [name for name in names if not (self.images / name).is_file()]:
            raise BadStudy("{folder} lacks images, such as {name}.", folder=self.images, name=missing[0])

    def save(self, study: Study, key: Key) -> None:
        """Write both; the study last, as a folder without it holds none. Raises OSError."""
        write_whole(self.key_file, to_json(asdict(key), indent=1).encode())
        write_whole(self._study, to_json(asdict(study), indent=1).encode())
