"""What a training has told so far: how far it is, its losses, its scores on held-out photos, its samples."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from trainer.errors import TrainerError
from trainer.events import read_log
from trainer.run_folder import RunFolder


class Sample(NamedTuple):
    """The held-out crop as the weights of a step make it."""

    step: int
    path: Path


@dataclass
class Course:
    """``left`` and ``seconds`` are seconds; ``losses`` pairs of a step and the sum of all losses; ``scores`` maps a
    step to figures by name (``psnr`` in dB, ``perceptual``); the base's scores are those of step 0. ``warning`` stands
    until the next checkpoint is saved. ``reason`` says why it has finished: steps, clock or no gain.
    """

    run: Path
    step: int = 0
    steps: int = 0
    seconds: float = 0.0
    left: float | None = None
    reading: tuple[int, int] | None = None
    losses: list[tuple[int, float]] = field(default_factory=list)
    scores: dict[int, dict[str, float]] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    warning: str = ""
    device: str = ""
    reason: str = ""

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

    def best(self, name: str) -> Sample | None:
        """The sample of the step that scored best, whose weights are judged and kept."""
        sign = -1 if name == "perceptual" else 1
        scored = [sample for sample in self.samples if name in self.scores.get(sample.step, {})]
        return max(scored, key=lambda sample: sign * self.scores[sample.step][name], default=None)

    def take(self, event: dict[str, Any]) -> None:
        """Hear one event."""
        match event["event"]:
            case "started":
                self.device = str(event.get("device", ""))
            case "reading":
                self.reading = (event["done"], event["total"])
            case "step":
                self._take_step(event)
            case "validation":
                self._take_validation(event)
            case "warning":
                self.warning = event["text"]
            case "saved":
                self.warning = ""
            case "finished":
                self.step, self.left = event["step"], 0
                self.reason = event.get("reason") or "steps"
            case "stopped":
                self.step = event["step"]

    def _take_step(self, event: dict[str, Any]) -> None:
        self._forget_after(event["step"])
        self.step, self.steps = event["step"], event["steps"]
        self.seconds, self.left = event["seconds"], event["left"]
        self.losses.append((self.step, sum(event["losses"].values())))

    def _take_validation(self, event: dict[str, Any]) -> None:
        step = event["step"]
        self.scores[step] = event["scores"]
        sample = Sample(step, self.run / event["sample"]) if event.get("sample") else None
        if sample and sample not in self.samples:
            self.samples.append(sample)

    def _forget_after(self, step: int) -> None:
        """A resumed training goes on from its last checkpoint; what it had told of later steps is told again."""
        while self.losses and self.losses[-1][0] >= step:
            self.losses.pop()


def _steps(run: RunFolder) -> int:
    try:
        return run.order().recipe.schedule.steps
    except TrainerError:
        return 0
