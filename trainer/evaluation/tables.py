"""Scores as Markdown tables, which read well on a terminal too. No torch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.texts import shown
from engine.texts import to_json as strict_json
from trainer.evaluation.paper import TABLE_2, paper_score, stands_for

_DIGITS = {"PSNR-Y": 2, "consistency": 2, "NIQE": 2, "phase ratio": 2, "lag-4": 2}
"""Digits after the point; all other figures have four."""
_OF_DAMAGE = ("PSNR-Y", "LPIPS", "VGG19 distance", "NIQE")
"""The metrics of which there is a table by damage."""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns aligned."""
    lines = [[shown(cell) for cell in line] for line in (header, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    first, *rest = (
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )
    return "\n".join([first, "|" + "|".join("-" * (width + 2) for width in widths) + "|", *rest])


def mean_table(data: str, means: Mapping[tuple[str, str], Mapping[str, float]]) -> str:
    """The means of one set, a row a method; the paper's figures beside them, and its other methods below."""
    rows = {method: figures for (name, method), figures in means.items() if name == data}
    metrics = list(next(iter(rows.values())))
    header = [data, *metrics, "paper: PSNR", "paper: SSIM (daala)", "paper: opinion"]
    lines = [
        [method, *(cell(name, figures[name]) for name in metrics), *_paper_cells(data, method)]
        for method, figures in rows.items()
    ]
    quoted = [row.name for row in TABLE_2 if data in row.scores and not any(stands_for(row, method) for method in rows)]
    lines += [[name, *([""] * len(metrics)), *_paper_cells(data, name)] for name in quoted]
    return table(header, lines)


def photo_table(data: str, scores: Iterable[Any]) -> str:
    """Every photo of one set, a row a photo and method."""
    chosen = [score for score in scores if score.data == data]
    metrics = list(chosen[0].figures)
    rows = [[score.photo, score.method, *(cell(name, score.figures[name]) for name in metrics)] for score in chosen]
    return table([f"{data} photo", "method", *metrics], rows)


def with_damage(data: str, damage: str) -> str:
    """What a set is called whose LR has been damaged."""
    return f"{data}, {damage}"


def damage_tables(data: str, means: Mapping[tuple[str, str], Mapping[str, float]], damages: Sequence[str]) -> str:
    """The means of one set, a table a metric, a row a method, a column a damage."""
    methods = list(dict.fromkeys(method for _, method in means))
    figures = {(damage, method): means[with_damage(data, damage), method] for damage in damages for method in methods}
    metrics = [metric for metric in _OF_DAMAGE if metric in next(iter(figures.values()))]
    return "\n\n".join(
        table(
            [f"{data}: {metric}", *damages],
            [[method, *(cell(metric, figures[damage, method][metric]) for damage in damages)] for method in methods],
        )
        for metric in metrics
    )


def flat_table(errors: Mapping[str, float]) -> str:
    """How far each model, left to itself, is off where the photo is of one colour."""
    rows = [[method, f"{error:.1f}"] for method, error in errors.items()]
    return table(["model alone on flat colours", "largest error in grey levels"], rows)


def to_json(
    protocol: str,
    scores: Iterable[Any],
    means: Mapping[tuple[str, str], Mapping[str, float]],
    flat_fields: Mapping[str, float],
    paper: Iterable[Any] = (),
) -> str:
    """Everything as one JSON document; null where there is no figure, as NIQE of a small photo."""
    document = {
        "protocol": protocol,
        "flat fields": flat_fields,
        "means": [{"data": data, "method": method, **figures} for (data, method), figures in means.items()],
        "photos": [{"data": s.data, "method": s.method, "photo": s.photo, **s.figures} for s in scores],
    }
    if lines := [line.to_json() for line in paper]:
        document["paper"] = lines
    return strict_json(document, indent=1)


def cell(metric: str, figure: float) -> str:
    """A figure with as many digits as it deserves."""
    return f"{figure:.{_DIGITS.get(metric, 4)}f}"


def _paper_cells(data: str, method: str) -> list[str]:
    score = paper_score(data, method)
    return [f"{score.psnr:.2f}", f"{score.ssim:.4f}", f"{score.opinion:.2f}"] if score else ["", "", ""]
