"""Tables 1 and 2 of the paper with ours beside its own figures, as lines, as text and as JSON. No torch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from trainer.errors import BadRecipe
from trainer.evaluation.paper import TABLE_2, TABLES, PaperRow, PaperScore, is_compared, stands_for
from trainer.evaluation.tables import table

_EQUAL = 100.0
"""PSNR in dB from which on a result is the truth, for which the paper has no figure."""
_HEADER = ("ours", "PSNR-Y", "paper", "SSIM (daala)", "paper", "opinion", "paper")
_NONE = "-"

Means = Mapping[tuple[str, str], Mapping[str, float]]
"""Figures by metric, by (set, method)."""
Opinions = Mapping[tuple[str, str], float]
"""Mean opinions from 1 to 5, by (set, method)."""


class PaperLine(NamedTuple):
    """A line of one of the paper's tables for one set. ``method`` is ours, None where there is none, and its figures
    are None where it was not measured or judged; ``paper`` is None where only we have it.
    """

    table: str
    data: str
    row: str
    method: str | None
    psnr: float | None
    ssim: float | None
    opinion: float | None
    paper: PaperScore | None

    def to_json(self) -> dict[str, Any]:
        """Names to values."""
        return {**self._asdict(), "paper": self.paper._asdict() if self.paper else None}


def paper_sets(data: Iterable[str]) -> list[str]:
    """Those of these sets that the paper has. Raises BadRecipe where there is none."""
    known = TABLE_2[0].scores
    if found := [name for name in data if name in known]:
        return found
    raise BadRecipe("The paper has scores of {sets}; name a folder of --data so.", sets=", ".join(known))


def paper_lines(sets: Sequence[str], means: Means, opinions: Opinions) -> list[PaperLine]:
    """The lines of both tables for these of the paper's sets; what the paper does not have comes last."""
    return [line for name in TABLES for data in sets for line in _lines(name, data, means, opinions)]


def paper_text(lines: Iterable[PaperLine]) -> str:
    """The lines as one Markdown table for each table of the paper and each set."""
    grouped: dict[tuple[str, str], list[PaperLine]] = {}
    for line in lines:
        grouped.setdefault((line.table, line.data), []).append(line)
    return "\n\n".join(
        table([f"{name}, {data}", *_HEADER], [_cells(line) for line in group])
        for (name, data), group in grouped.items()
    )


def _lines(name: str, data: str, means: Means, opinions: Opinions) -> Iterator[PaperLine]:
    methods = [method for found, method in dict.fromkeys([*means, *opinions]) if found == data]
    for row in TABLES[name]:
        if data in row.scores:
            for method in _ours(row, methods) or [None]:
                yield _line(name, data, row.name, method, means, opinions, row.scores[data])
    if TABLES[name] is TABLE_2:
        for method in methods:
            if not is_compared(method):
                yield _line(name, data, method, method, means, opinions, None)


def _ours(row: PaperRow, methods: Iterable[str]) -> list[str | None]:
    return [method for method in methods if stands_for(row, method)]


def _line(
    name: str,
    data: str,
    row: str,
    method: str | None,
    means: Means,
    opinions: Opinions,
    paper: PaperScore | None,
) -> PaperLine:
    figures = means.get((data, method or ""), {})
    opinion = opinions.get((data, method or ""))
    return PaperLine(name, data, row, method, figures.get("PSNR-Y"), figures.get("SSIM (daala)"), opinion, paper)


def _cells(line: PaperLine) -> list[str]:
    paper = line.paper or PaperScore(*[None] * 3)  # type: ignore[arg-type]
    pairs = ((line.psnr, paper.psnr, 2), (line.ssim, paper.ssim, 4), (line.opinion, paper.opinion, 2))
    return [line.row, line.method or _NONE, *(_cell(each, digits) for *pair, digits in pairs for each in pair)]


def _cell(figure: float | None, digits: int) -> str:
    if figure is None:
        return _NONE
    return "inf" if digits == 2 and figure >= _EQUAL else f"{figure:.{digits}f}"
