"""What a training has told so far: how far it is, its losses, scores on held-out photos, crops."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from trainer.errors import TrainerError
from trainer.events import (
    CheckpointSaved,
    CropsShown,
    ReadingPhotos,
    StepsTaken,
    Teaching,
    TrainerEvent,
    TrainingFinished,
    TrainingStarted,
    TrainingStopped,
    TrainingWarning,
    Validated,
)
from trainer.listeners import read_log
from trainer.run_folder import RunFolder
from trainer.verdict.comparison import merit


class CropAtStep(NamedTuple):
    """The held-out crop as the weights of a step make it."""

    step: int
    path: Path


class Sheet(NamedTuple):
    """Some of what was learnt from at a step: ``crops`` pairs in a picture, the last ``replayed`` not the person's."""

    step: int
    path: Path
    crops: int
    replayed: int


@dataclass
class Course:
    """``left`` and ``seconds`` are seconds; ``losses`` pairs of a step and the sum of all losses; ``scores`` maps a
    step to figures by name (``psnr`` in dB, ``perceptual``); the base's scores are those of step 0. ``warning`` stands
    until the next checkpoint is saved. ``reason`` says why it has finished: steps, clock or no gain. ``unscheduled`` is
    the step that was only measured because the training was stopped there.
    """

    run: Path
    step: int = 0
    steps: int = 0
    seconds: float = 0.0
    left: float | None = None
    reading: tuple[int, int] | None = None
    teaching: tuple[int, int] | None = None
    losses: list[tuple[int, float]] = field(default_factory=list)
    scores: dict[int, dict[str, float]] = field(default_factory=dict)
    crops: list[CropAtStep] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    warning: str = ""
    device: str = ""
    reason: str = ""
    unscheduled: int | None = None

    @classmethod
    def so_far(cls, run: RunFolder) -> Course:
        """From the log of a training that stopped, or broke off."""
        course = cls(run.path, steps=_steps(run))
        if run.log.is_file():
            for event in read_log(run.log):
                course.take(event)
        return course

    @property
    def share(self) -> float:
        """Done, from 0 to 1."""
        return min(self.step / self.steps, 1.0) if self.steps else 0.0

    def curve(self, name: str) -> list[tuple[int, float]]:
        """A score over the steps."""
        return [(step, scores[name]) for step, scores in sorted(self.scores.items()) if name in scores]

    def gain(self, name: str) -> float | None:
        """How much the newest score is above the base's."""
        curve, base = self.curve(name), self.scores.get(0, {}).get(name)
        return None if base is None or len(curve) < 2 else curve[-1][1] - base

    def best(self, name: str) -> CropAtStep | None:
        """The crop of the step that scored best, whose weights are judged and kept."""
        scored = [crop for crop in self.crops if name in self.scores.get(crop.step, {})]
        return max(scored, key=lambda crop: merit(name, self.scores[crop.step][name]), default=None)

    def take(self, event: TrainerEvent) -> None:
        """Hear one event."""
        match event:
            case TrainingStarted():
                self.device, self.reason = event.device, ""
                self._forget_pause()
            case ReadingPhotos(done, total):
                self.reading = (done, total)
            case Teaching(done, total):
                self.teaching = (done, total)
            case StepsTaken():
                self._take_steps(event)
            case Validated():
                self._take_scores(event)
            case CropsShown(step, sheet, crops, replayed):
                self._take_sheet(Sheet(step, self.run / sheet, crops, replayed))
            case TrainingWarning(text):
                self.warning = text
            case CheckpointSaved():
                self.warning = ""
            case TrainingFinished():
                self.step, self.left, self.reason = event.step, 0.0, event.reason
            case TrainingStopped(step):
                self.step = step

    def _take_steps(self, event: StepsTaken) -> None:
        self._forget_from(event.step)
        self.step, self.steps = event.step, event.steps
        self.seconds, self.left = event.seconds, event.left
        if math.isfinite(loss := sum(event.losses.values())):  # one that is not is skipped, and the training goes on
            self.losses.append((self.step, loss))

    def _take_scores(self, event: Validated) -> None:
        self.scores[event.step] = event.scores
        self.unscheduled = None if event.scheduled else event.step
        crop = CropAtStep(event.step, self.run / event.sample)
        if event.sample and crop not in self.crops:
            self.crops.append(crop)

    def _take_sheet(self, sheet: Sheet) -> None:
        """In the place of those that a broken training told of; old ones are no longer there."""
        self.sheets = [each for each in self.sheets if each.step < sheet.step and each.path.is_file()]
        self.sheets.append(sheet)

    def _forget_pause(self) -> None:
        """What was measured because the training was stopped has no part in how it goes on."""
        if self.unscheduled is not None:
            self.scores.pop(self.unscheduled, None)
            self.crops = [crop for crop in self.crops if crop.step != self.unscheduled]
            self.unscheduled = None

    def _forget_from(self, step: int) -> None:
        """A resumed training goes on from its last checkpoint; what it had told of later steps is told again."""
        while self.losses and self.losses[-1][0] >= step:
            self.losses.pop()


def _steps(run: RunFolder) -> int:
    try:
        return run.order().recipe.schedule.steps
    except TrainerError:
        return 0
