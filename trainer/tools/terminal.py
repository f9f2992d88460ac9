"""A training on a terminal."""

from __future__ import annotations

import atexit
import time

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from trainer.events import Event
from trainer.recipes.cookbook import FINE_TUNE_LENGTHS

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

    def __call__(self, event: Event) -> None:
        match event:
            case {"event": "reading", "done": done, "total": total}:
                self.bar.update(self.task, description="Reading photos", completed=done / total)
            case {"event": "step", "step": step, "steps": steps, "losses": losses}:
                note = f"step {step} of {steps}, loss {sum(losses.values()):.4f}"
                self.bar.update(self.task, description="Training", completed=step / steps, note=note)
                if not self.console.is_terminal and time.monotonic() - self.last_line > _LINE_SECONDS:
                    self.last_line = time.monotonic()
                    self.console.print(f"{note}, {event['left'] / 60:.0f} minutes left")
            case {"event": "validation", "step": step, "scores": scores}:
                self.console.print(
                    f"step {step}: " + ", ".join(f"{name} {value:.4f}" for name, value in scores.items())
                )
            case {"event": "warning" | "failed", "text": text}:
                self.console.print(text, style="bold")
            case {"event": "timed", "device": device, "seconds_per_step": seconds}:
                self.bar.stop()
                self.console.print(f"{seconds:.2f} seconds a step on {device}")
                for name in FINE_TUNE_LENGTHS:
                    self.console.print(f"{name}: {event[name]['steps']} steps, {event[name]['minutes']:.0f} minutes")
            case {"event": "finished" | "stopped"}:
                self.bar.stop()
                self.console.print(f"{event['event'].capitalize()} at step {event['step']}: {event.get('weights', '')}")
