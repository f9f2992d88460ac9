"""One rater at work: what is shown now, and what an answer does. No Qt, no torch; the window and the terminal drive it.

::

    CALIBRATING -> RATING -> DONE       an answer leads on; ``back`` leads to the answer before
         `------------`-> PAUSED        and on again, to the same image

Every answer is on the disk when ``answer`` returns, so a session that is killed goes on at the next trial.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from trainer.study.folder import StudyFolder
from trainer.study.ratings import Sheet, sheet_of
from trainer.study.trials import Kind, Trial, plan_trials


class Stage(StrEnum):
    """Where a session is."""

    CALIBRATING = "calibrating"
    RATING = "rating"
    PAUSED = "paused"
    DONE = "done"


class Session:
    """A rater before the trials of a study. ``clock`` gives seconds."""

    def __init__(
        self, folder: StudyFolder, trials: list[Trial], sheet: Sheet, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.sheet = sheet
        self._folder, self._trials, self._clock = folder, trials, clock
        self._answers = {rating.trial: rating.answer for rating in sheet.ratings}
        self._paused = False
        self._place = self._next()
        self._seen, self._since = 0.0, clock()

    @classmethod
    def begin(cls, folder: StudyFolder, name: str) -> Session:
        """Of the rater with that name, from where they were. Raises BadStudy, also where an image is missing."""
        study = folder.study()
        folder.check_images(study.images)
        sheet = sheet_of(folder, name)
        return cls(folder, plan_trials(study, sheet.rater.id), sheet)

    @property
    def stage(self) -> Stage:
        """Where it is."""
        if self.trial is None:
            return Stage.DONE
        if self._paused:
            return Stage.PAUSED
        return Stage.CALIBRATING if self.trial.kind is Kind.CALIBRATION else Stage.RATING

    @property
    def trial(self) -> Trial | None:
        """What is shown now; None when all is done."""
        return self._trials[self._place] if self._place < len(self._trials) else None

    @property
    def place(self) -> int:
        """How many trials come before the one shown; ``total`` when all is done."""
        return self._place

    @property
    def pictures(self) -> list[Path]:
        """The files of what is shown now, from left to right."""
        return [self._folder.images / name for name in self.trial.images] if self.trial else []

    @property
    def answered(self) -> int | None:
        """What was answered here before, after ``back``."""
        return self._answers.get((self.trial.kind, self.trial.shown)) if self.trial else None

    @property
    def done(self) -> int:
        """How many trials have an answer."""
        return sum((trial.kind, trial.shown) in self._answers for trial in self._trials)

    @property
    def total(self) -> int:
        """How many trials there are."""
        return len(self._trials)

    def answer(self, value: int) -> bool:
        """Keep an answer and go on to the next trial without one. False, and nothing happens, where it is none of the
        trial's answers, and while nothing is shown. Raises BadStudy where it cannot be kept; then it is asked again.
        """
        trial = self.trial
        if trial is None or self._paused or value not in trial.answers:
            return False
        self.sheet.append(trial, value, self._looked())
        self._answers[trial.kind, trial.shown] = value
        self._show(self._next())
        return True

    def back(self) -> bool:
        """Show the trial before again; its next answer replaces the one it has. False where there is none before."""
        if self._paused or self._place == 0:
            return False
        self._show(self._place - 1)
        return True

    def pause(self) -> None:
        """Show nothing, and let no time count, until ``go_on``."""
        if not self._paused:
            self._seen = self._looked()
            self._paused = True

    def go_on(self) -> None:
        """Show again what was shown."""
        if self._paused:
            self._paused = False
            self._since = self._clock()

    def _next(self) -> int:
        """The first trial without an answer."""
        open_trials = (n for n, trial in enumerate(self._trials) if (trial.kind, trial.shown) not in self._answers)
        return next(open_trials, len(self._trials))

    def _show(self, place: int) -> None:
        self._place, self._seen, self._since = place, 0.0, self._clock()

    def _looked(self) -> float:
        """Seconds that the trial has been shown."""
        return self._seen if self._paused else self._seen + self._clock() - self._since
