"""A training on a terminal."""

from __future__ import annotations

import atexit
import time
from contextlib import suppress

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from engine.texts import shown
from trainer.events import (
    NetworkCompiled,
    PhotosChecked,
    ReadingPhotos,
    StepsTaken,
    TrainerEvent,
    TrainingFinished,
    TrainingStopped,
    TrainingTimed,
    TrainingWarning,
    Validated,
    WorkFailed,
)

_LINE_SECONDS = 60
"""Between two lines on the progress where there is no terminal, as in a file."""


class Terminal:
    """A bar with the time left, and one line a validation."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[note]}"),
            TimeRemainingColumn(),
        )
        self.bar = Progress(*columns, console=self.console, disable=not self.console.is_terminal)
        self.task = self.bar.add_task("Training", total=1.0, note="")
        self.bar.start()
        self.last_line = 0.0
        atexit.register(self.bar.stop)  # gives the cursor back, however it ends

    def __call__(self, event: TrainerEvent) -> None:
        with suppress(OSError):  # a terminal that was closed ends no training
            self._show(event)

    def _show(self, event: TrainerEvent) -> None:
        match event:
            case ReadingPhotos(done, total):
                self.bar.update(self.task, description="Reading photos", completed=done / total)
            case StepsTaken():
                self._show_steps(event)
            case Validated(step, scores):
                self._line(f"step {step}: " + ", ".join(f"{name} {value:.4f}" for name, value in scores.items()))
            case NetworkCompiled(step):
                self._line(f"step {step}: the network is compiled; the next step takes a minute or two longer")
            case PhotosChecked(text):
                self._line(text)
            case TrainingWarning(text) | WorkFailed(text):
                self._line(text, style="bold")
            case TrainingTimed():
                self._show_times(event)
            case TrainingFinished(step, weights) | TrainingStopped(step, weights):
                self.bar.stop()
                self._line(f"{event.event.capitalize()} at step {step}: {weights}")

    def _line(self, text: str, style: str = "") -> None:
        """Names are no markup, obey nothing, and are not broken into lines."""
        self.console.print(shown(text), style=style, markup=False, soft_wrap=True)

    def _show_steps(self, event: StepsTaken) -> None:
        note = f"step {event.step} of {event.steps}, loss {sum(event.losses.values()):.4f}"
        self.bar.update(self.task, description="Training", completed=event.step / event.steps, note=note)
        if not self.console.is_terminal and time.monotonic() - self.last_line > _LINE_SECONDS:
            self.last_line = time.monotonic()
            self._line(f"{note}, {event.left / 60:.0f} minutes left")

    def _show_times(self, event: TrainingTimed) -> None:
        self.bar.stop()
        self._line(f"{event.seconds_per_step:.2f} seconds a step on {event.device}")
        for name, estimate in event.estimates.items():
            self._line(f"{name}: {estimate.steps} steps, {estimate.minutes:.0f} minutes")
