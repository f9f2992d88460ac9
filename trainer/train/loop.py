"""The training loop, whole on one screen. What goes before it is in ``trainer.train.preparation``."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from engine.errors import CannotSave
from engine.models.weights import Weights, save_weights
from engine.sentences import Sentence, why
from trainer.data.crops import Batch, Crops
from trainer.events import CheckpointSaved, Events, TrainingFinished, TrainingStopped, TrainingWarning, Validated
from trainer.run_folder import Manifest, RunFolder, TrainingOrder
from trainer.train.checkpoint import save_checkpoint
from trainer.train.compiling import Compiling
from trainer.train.export import Candidate, best, card_for, final_generator, save_candidate, score_of
from trainer.train.pace import Pace, StepReport
from trainer.train.shown_crops import save_crops
from trainer.train.training import Training
from trainer.train.validation import Validator


@dataclass
class Loop:
    """A prepared training, to be run to its end or until it is told to stop. ``base`` names what it began from,
    ``teacher`` the model that it learns from, if any.
    """

    run: RunFolder
    order: TrainingOrder
    manifest: Manifest
    training: Training
    crops: Crops
    validator: Validator | None
    base: str
    events: Events
    teacher: str = ""
    seconds: float = 0.0
    candidates: list[Candidate] = field(default_factory=list)
    compiling: Compiling = field(init=False)

    def __post_init__(self) -> None:
        self.compiling = Compiling(self.order.compile, self.training, self.events)

    def train(self, stop: threading.Event) -> Path | None:
        """Train to the end or until ``stop`` is set; the first process returns where the model is.

        Raises TrainingFailed, the last checkpoint being still there, and CannotSave if the model cannot be written.
        """
        schedule, training, world = self.order.recipe.schedule, self.training, self.training.world
        pace = Pace(schedule.steps, self.order.minutes)
        report = StepReport(pace, self.events)
        begun = time.monotonic() - self.seconds
        if training.step == 0 and self.base and world.first:
            self._or_warn(self._validate)  # what is to be beaten
        self.compiling.begin()
        while (progress := self._progress(pace, stop)) < 1:
            batch = self.crops.batch(self._patch(progress))
            losses = training.take_step(batch, progress)
            self.seconds = time.monotonic() - begun
            self.compiling.look(pace.left(training.step, self.seconds))
            if not world.first:
                continue
            report.add(training.step, self.seconds, losses, training.learning_rate, training.figures())
            if training.step == 1 or self._is_scheduled(training.step):
                self._or_warn(partial(self._show, batch))
            if self._is_scheduled(training.step):
                self._or_warn(self._validate)
            if training.step % schedule.save_every == 0:
                self._or_warn(self._save)
        return self._finish(self._reason(pace, stop)) if world.first else None

    def state(self) -> dict[str, Any]:
        """All that resuming needs."""
        return {
            "base": self.base,
            "training": self.training.state(),
            "crops": self.crops.state(),
            "seconds": self.seconds,
            "compiled": self.compiling.compiled,
            "candidates": [(each.step, each.score) for each in self.candidates],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Continue from a state."""
        self.training.restore(state["training"])
        self.crops.restore(state["crops"])
        world = self.training.world
        if not world.first:  # the position among the photos that was saved is the first process's
            self.crops.reseed(self.order.seed + world.rank + world.size * self.training.step)
        self.seconds = state["seconds"]
        self.compiling.compiled = state.get("compiled", False)  # older checkpoints do not say
        measured = [Candidate(step, score) for step, score in state["candidates"]]
        self.candidates = [each for each in measured if self._is_scheduled(each.step)]  # a pause leaves no trace

    def _progress(self, pace: Pace, stop: threading.Event) -> float:
        """The share that is over, the same in all processes; 1 ends the training."""
        over = stop.is_set() or self._out_of_patience()
        return self.training.world.agreed(1.0 if over else pace.progress(self.training.step, self.seconds))

    def _is_scheduled(self, step: int) -> bool:
        """Whether it is validated at this step, stopped or not. While the discriminator learns alone, there is nothing
        new to be validated.
        """
        recipe = self.order.recipe
        alone = recipe.adversarial and 0 < step <= recipe.adversary.head_start
        return not alone and step % recipe.schedule.validate_every == 0

    def _patch(self, progress: float) -> int:
        recipe = self.order.recipe
        late = recipe.data.late_patch and progress >= recipe.schedule.late
        return recipe.data.late_patch if late else recipe.data.patch

    def _reason(self, pace: Pace, stop: threading.Event) -> str:
        """Why it ends."""
        if pace.progress(self.training.step, self.seconds) >= 1:
            return "steps" if pace.minutes is None else "clock"
        return "stopped" if stop.is_set() else "no gain"

    def _out_of_patience(self) -> bool:
        """Whether the last validations, as many as the recipe says, have brought no gain."""
        patience = self.order.recipe.schedule.patience
        counted = [each for each in self.candidates if each.step >= self.order.patient_from]
        if not patience or len(counted) <= patience:
            return False
        return best(self.candidates)[0] not in counted[-patience:]

    def _validate(self) -> None:
        step, generator = self.training.step, self.training.folded_average()
        scores: dict[str, float] = {}
        if self.validator:
            scores = self.validator.scores(generator)
            sample = self.run.samples / f"step-{step:08d}.png"
            self.validator.save_sample(generator, sample)
            where = f"{sample.parent.name}/{sample.name}"
            self.events.say(Validated(step, scores, sample=where, scheduled=self._is_scheduled(step)))
        self.candidates.append(Candidate(step, score_of(self.order.recipe, scores, step)))
        save_candidate(self.run.weights, self._card(scores), generator, self.candidates)

    def _show(self, batch: Batch) -> None:
        self.events.say(save_crops(self.run.crops, self.training.step, batch, self.crops.replayed))

    def _save(self) -> None:
        path = save_checkpoint(self.run.checkpoints, self.training.step, self.state())
        self.events.say(CheckpointSaved(self.training.step, str(path)))

    def _or_warn(self, write: Callable[[], None]) -> None:
        """Write something; where the disk is full or the folder gone, say so and go on: there will be another time."""
        try:
            write()
        except CannotSave as error:
            self.events.say(TrainingWarning(error.sentence))
        except OSError as error:
            step = self.training.step
            text = Sentence("Nothing was saved at step {step}: {reason}.", step=step, reason=why(error))
            self.events.say(TrainingWarning(text))

    def _finish(self, reason: str) -> Path:
        """Save, and write the model with its scores."""
        if not self.candidates or self.candidates[-1].step != self.training.step:
            self._or_warn(self._validate)
        self._or_warn(self._save)
        keep = self.order.recipe.schedule.keep
        generator = final_generator(self.run.weights, self.training.folded_average(), self.candidates, keep)
        scores = self.validator.scores(generator) if self.validator else {}
        path = self.run.weights / f"{self.order.recipe.name}.safetensors"
        save_weights(path, Weights(self._card(scores), dict(generator.state_dict())))
        if reason == "stopped":
            self.events.say(TrainingStopped(self.training.step, str(path), scores))
        else:
            self.events.say(TrainingFinished(self.training.step, str(path), scores, reason))
        return path

    def _card(self, scores: dict[str, float]) -> Any:
        dimensions = self.training.folded_average().dimensions
        return card_for(
            self.order,
            dimensions,
            self.manifest,
            self.base,
            self.teacher,
            step=self.training.step,
            seconds=self.seconds,
            scores=scores,
        )
