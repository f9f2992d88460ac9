"""A result as tables: the same for CSV, for the terminal and for the report. No torch."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import shown
from trainer.errors import BadStudy
from trainer.study.design import HIGHEST, LOWEST, Mode
from trainer.study.findings import StudyResult
from trainer.study.folder import StudyFolder
from trainer.study.opinions import Answers, Cell, read_answers

_LEAST_P = 0.0001
"""A smaller p is only said to be smaller."""

Value = str | int | float
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """Columns of texts and numbers; ``name`` is the file's, ``title`` for reading. NaN stands for no figure."""

    name: str
    title: str
    header: tuple[str, ...]
    rows: Sequence[Row]

    def texts(self) -> list[list[str]]:
        """The rows to be read: numbers with as many digits as they deserve."""
        return [[_text(head, value) for head, value in zip(self.header, row, strict=True)] for row in self.rows]

    def to_csv(self) -> bytes:
        """With all digits, an empty cell for no figure."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.header)
        writer.writerows([_plain(value) for value in row] for row in self.rows)
        return text.getvalue().encode()


def tables_of(result: StudyResult) -> list[Table]:
    """All that there is something to say in."""
    found = [_strengths(result) if result.mode is Mode.PAIRS else _scores(result), _differences(result)]
    if result.agreements:
        found.append(_agreements(result))
    if len(result.by_set) > 1:
        found.append(_means("sets", "Mean opinion by set of photos", "set", result.by_set, result.methods))
    if result.by_rater:
        found.append(_means("raters", "Mean opinion by rater", "rater", result.by_rater, result.methods))
    return found


def write_tables(folder: StudyFolder, result: StudyResult, to: Path) -> list[Path]:
    """Write all tables and every single answer as CSV files into a folder, which is made. Raises BadStudy."""
    tables = [*tables_of(result), _answers(folder, read_answers(folder))]
    try:
        to.mkdir(parents=True, exist_ok=True)
        for table in tables:
            write_whole(to / f"{table.name}.csv", table.to_csv())
    except OSError as error:
        raise BadStudy("{path} cannot be written: {reason}.", path=to, reason=why(error)) from error
    return [to / f"{table.name}.csv" for table in tables]


def _scores(result: StudyResult) -> Table:
    scores = range(LOWEST, HIGHEST + 1)
    header = ("method", "mean opinion", "95 % from", "to", "mean rank", *(f"rated {score}" for score in scores))
    rows: list[Row] = [(each.method, *each.opinion, each.rank, *each.counts) for each in result.scores]
    return Table("methods", "Mean opinion, from 1 (bad) to 5 (excellent)", header, rows)


def _strengths(result: StudyResult) -> Table:
    header = ("method", "preferred to average", "95 % from", "to", "log-strength", "log from", "log to")
    rows = [(each.method, *each.chance, *each.strength, each.wins, each.losses, each.ties) for each in result.strengths]
    title = "How likely each method is preferred to an average one (Bradley-Terry)"
    return Table("methods", title, (*header, "better", "worse", "equal"), rows)


def _differences(result: StudyResult) -> Table:
    header = ("method", "against", "ahead by", "answers", "p", "p (Holm)")
    rows = [(each.first, each.second, each.ahead, each.count, each.p, each.corrected) for each in result.differences]
    return Table("differences", "Differences between methods", header, rows)


def _agreements(result: StudyResult) -> Table:
    rows = [(each.rater, each.count, each.same, each.kappa) for each in result.agreements]
    return Table("retest", "Raters with themselves", ("rater", "shown again", "same answer", "weighted kappa"), rows)


def _means(name: str, title: str, of: str, means: Mapping[str, Mapping[str, float]], methods: Sequence[str]) -> Table:
    rows: list[Row] = [(each, *[found.get(method, math.nan) for method in methods]) for each, found in means.items()]
    return Table(name, title, (of, *methods), rows)


def _answers(folder: StudyFolder, answers: Answers) -> Table:
    """Every single one."""
    photos = folder.study().photos

    def place(cell: Cell) -> Row:
        return cell.rater, photos[cell.photo].data, photos[cell.photo].name

    if answers.opinions:
        header: tuple[str, ...] = ("method", "score", "score again")
        rows = [(*place(each.cell), each.method, each.score, _or_none(each.again)) for each in answers.opinions]
    else:
        header = ("first", "second", "first is better", "again")
        rows = [
            (*place(each.cell), each.first, each.second, each.answer, _or_none(each.again))
            for each in answers.preferences
        ]
    return Table("answers", "Answers", ("rater", "set", "photo", *header), rows)


def _or_none(answer: int | None) -> Value:
    return math.nan if answer is None else answer


def _plain(value: Value) -> Value:
    if isinstance(value, float) and math.isnan(value):
        return ""
    return shown(value) if isinstance(value, str) else value


def _text(head: str, value: Value) -> str:
    if not isinstance(value, float):
        return str(value)
    if math.isnan(value):
        return ""
    if head.split()[0] != "p":
        return f"{value:.2f}"
    return f"{value:.4f}" if value >= _LEAST_P else f"< {_LEAST_P}"
