"""A training as one page: curves of losses and validation, and one held-out crop over the steps (the paper's figure 8).

The page is a single HTML file with its pictures inside; the strip of crops is written beside it as PNG. No torch.
"""

from __future__ import annotations

import base64
import html
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import shown
from trainer.errors import BadRun
from trainer.events import StepsTaken, TrainerEvent, TrainingFinished, TrainingStopped, Validated, WorkFailed
from trainer.listeners import read_log
from trainer.run_folder import RunFolder

_WIDTH, _HEIGHT, _MARGIN = 640, 220, 48
_FRAMES = 8
_LABEL_HEIGHT = 18

KINDS_OF_CURVES = ("validation", "loss", "discriminator")
"""In the order in which they are drawn."""
Points = list[tuple[float, float]]


@dataclass(frozen=True)
class Series:
    """One figure over the steps."""

    title: str
    points: Points


def write_report(run: RunFolder) -> Path:
    """Write ``report.html`` and ``evolution.png`` into a run folder; returns the page. Raises BadRun."""
    if not run.log.is_file():
        raise BadRun(f"{run.path} holds no training: there is no log.")
    events = read_log(run.log)
    try:
        strip = evolution(run.samples)
        recipe = (run.path / "recipe.toml").read_text(encoding="utf-8", errors="replace")
        if strip:
            strip.save(run.path / "evolution.png")
        page = run.path / "report.html"
        write_whole(page, _page(shown(run.path.name), recipe, curves(events), strip, events).encode())
    except OSError as error:
        raise BadRun(f"The report cannot be written to {run.path}: {why(error)}.") from error
    return page


def curves(events: Sequence[TrainerEvent]) -> list[Series]:
    """The validation scores, the losses and how the discriminator fares over the steps. Where a training was resumed,
    the later record of a step counts.
    """
    found: dict[str, dict[float, float]] = {}
    for event in events:
        if not isinstance(event, Validated | StepsTaken):
            continue
        for kind, figures in _figures(event).items():
            for name, value in figures.items():
                if math.isfinite(value):
                    found.setdefault(f"{kind}: {name}", {})[event.step] = value
    titles = sorted(found, key=lambda title: (KINDS_OF_CURVES.index(title.partition(":")[0]), title))
    return [Series(title, sorted(found[title].items())) for title in titles]


def _figures(event: Validated | StepsTaken) -> dict[str, dict[str, float]]:
    """What an event tells of its step, by kind of curve."""
    if isinstance(event, Validated):
        return {"validation": event.scores}
    return {"loss": event.losses, "discriminator": event.figures}


def evolution(samples: Path) -> Image.Image | None:
    """The held-out crop side by side: bicubic, up to eight steps, reference; None where there are no samples."""
    steps = sorted(samples.glob("step-*.png"))
    if not steps:
        return None
    shown = [steps[round(index * (len(steps) - 1) / (_FRAMES - 1))] for index in range(_FRAMES)]
    frames = [*dict.fromkeys([samples / "bicubic.png", *shown, samples / "reference.png"])]
    pictures = [(_caption(path), Image.open(path)) for path in frames if path.is_file()]
    width, height = pictures[0][1].size
    strip = Image.new("RGB", (len(pictures) * (width + 2), height + _LABEL_HEIGHT), "white")
    draw = ImageDraw.Draw(strip)
    for index, (caption, picture) in enumerate(pictures):
        strip.paste(picture, (index * (width + 2), _LABEL_HEIGHT))
        draw.text((index * (width + 2) + 2, 2), caption, fill="black")
        picture.close()
    return strip


def _caption(path: Path) -> str:
    number = path.stem.removeprefix("step-")
    return f"step {int(number):,}" if number.isdigit() else number


def _page(
    name: str, recipe: str, drawn: Sequence[Series], strip: Image.Image | None, events: Sequence[TrainerEvent]
) -> str:
    last = events[-1] if events else None
    parts = [
        f"<!doctype html><meta charset='utf-8'><title>{html.escape(name)}</title>",
        "<style>body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
        "svg{margin:0 1rem 1rem 0}img{max-width:100%}pre{background:#f4f4f4;padding:1rem;overflow:auto}</style>",
        f"<h1>{html.escape(name)}</h1><p>{html.escape(_ending(last))}</p>",
        *(_svg(curve) for curve in drawn if len(curve.points) > 1),
    ]
    if strip:
        memory = io.BytesIO()
        strip.save(memory, "PNG")
        data = base64.b64encode(memory.getvalue()).decode()
        parts.append(f"<h2>One photo over the steps</h2><img alt='evolution' src='data:image/png;base64,{data}'>")
    parts.append(f"<h2>Recipe</h2><pre>{html.escape(recipe)}</pre>")
    return "\n".join(parts)


def _ending(last: TrainerEvent | None) -> str:
    match last:
        case TrainingFinished(step) | TrainingStopped(step):
            return f"{last.event.capitalize()} at step {step}."
        case WorkFailed(text):
            return shown(text)
    return "Still running, or ended without a word."


def _svg(curve: Series) -> str:
    """A line chart, with the least and greatest value and the last step written at the axes."""
    steps = [step for step, _ in curve.points]
    values = [value for _, value in curve.points]
    low, high = min(values), max(values)
    across, up = (steps[-1] - steps[0]) or 1, (high - low) or 1
    inner_width, inner_height = _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN
    places = [
        (_MARGIN + (step - steps[0]) / across * inner_width, _HEIGHT - _MARGIN - (value - low) / up * inner_height)
        for step, value in curve.points
    ]
    line = "".join(
        f"<line x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}'/>" for (x1, y1), (x2, y2) in pairwise(places)
    )
    bottom, right = _HEIGHT - _MARGIN, _WIDTH - _MARGIN
    return (
        f"<svg width='{_WIDTH}' height='{_HEIGHT}' font-size='12' role='img' aria-label='{html.escape(curve.title)}'>"
        f"<text x='{_MARGIN}' y='24' font-size='14'>{html.escape(curve.title)}</text>"
        f"<g stroke='#bbb'><line x1='{_MARGIN}' y1='{bottom}' x2='{right}' y2='{bottom}'/></g>"
        f"<g stroke='#2563eb' stroke-width='1.5'>{line}</g>"
        f"<text x='2' y='{_MARGIN + 4}'>{high:.4g}</text><text x='2' y='{bottom}'>{low:.4g}</text>"
        f"<text x='{_MARGIN}' y='{bottom + 18}'>{steps[0]:,.0f}</text>"
        f"<text x='{right}' y='{bottom + 18}' text-anchor='end'>step {steps[-1]:,.0f}</text></svg>"
    )
