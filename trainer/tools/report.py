"""A training as one page: curves of losses and validation, and one held-out photo over the steps.

The page is a single HTML file with its pictures inside; that of the photo is written beside it as PNG. No torch.
"""

from __future__ import annotations

import base64
import html
import io
import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import shown
from trainer.errors import BadRun
from trainer.events import StepsTaken, TrainerEvent, TrainingFinished, TrainingStopped, Validated, WorkFailed
from trainer.listeners import read_log
from trainer.run_folder import RunFolder
from trainer.tools.chart import Line, line_chart
from trainer.tools.evolution import evolution

KINDS_OF_CURVES = ("validation", "loss", "discriminator")
"""In the order in which they are drawn."""
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;color:#1f2937;background:#fff;max-width:72rem;margin:2rem auto;padding:0 1rem}
svg{margin:0 1rem 1rem 0}figure{margin:1rem 0;overflow-x:auto}figcaption{color:#4b5563;font-size:13px}
pre{background:#f4f4f4;padding:1rem;overflow:auto}
"""


def write_report(run: RunFolder) -> Path:
    """Write ``report.html`` and ``evolution.png`` into a run folder; returns the page. Raises BadRun."""
    if not run.log.is_file():
        raise BadRun(f"{run.path} holds no training: there is no log.")
    events = read_log(run.log)
    try:
        evolved = evolution(run.samples)
        recipe = (run.path / "recipe.toml").read_text(encoding="utf-8", errors="replace")
        if evolved:
            evolved.save(run.path / "evolution.png")
        page = run.path / "report.html"
        write_whole(page, _page(shown(run.path.name), recipe, curves(events), evolved, events).encode())
    except OSError as error:
        raise BadRun(f"The report cannot be written to {run.path}: {why(error)}.") from error
    return page


def curves(events: Sequence[TrainerEvent]) -> list[Line]:
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
    return [Line(title, sorted(found[title].items())) for title in titles]


def _figures(event: Validated | StepsTaken) -> dict[str, dict[str, float]]:
    """What an event tells of its step, by kind of curve."""
    if isinstance(event, Validated):
        return {"validation": event.scores}
    return {"loss": event.losses, "discriminator": event.figures}


def _page(
    name: str, recipe: str, drawn: Sequence[Line], evolved: Image.Image | None, events: Sequence[TrainerEvent]
) -> str:
    last = events[-1] if events else None
    return "\n".join(
        [
            f"<!doctype html><meta charset='utf-8'><title>{html.escape(name)}</title><style>{_STYLE}</style>",
            f"<h1>{html.escape(name)}</h1><p>{html.escape(_ending(last))}</p>",
            *(line_chart(line.name, [line], "step") for line in drawn if len(line.points) > 1),
            *([_evolution(evolved)] if evolved else []),
            f"<h2>Recipe</h2><pre>{html.escape(recipe)}</pre>",
        ]
    )


def _evolution(picture: Image.Image) -> str:
    """The picture at its own size, so that its crops are at 100 %."""
    memory = io.BytesIO()
    picture.save(memory, "PNG")
    data = base64.b64encode(memory.getvalue()).decode()
    size = f"width='{picture.width}' height='{picture.height}'"
    text = "One held-out photo at 100 % over the steps, between bicubic and the original"
    image = f"<img alt='{text}' {size} src='data:image/png;base64,{data}'>"
    return f"<h2>One photo over the steps</h2><figure>{image}<figcaption>{text}.</figcaption></figure>"


def _ending(last: TrainerEvent | None) -> str:
    match last:
        case TrainingFinished(step) | TrainingStopped(step):
            return f"{last.event.capitalize()} at step {step}."
        case WorkFailed(text):
            return shown(text)
    return "Still running, or ended without a word."
