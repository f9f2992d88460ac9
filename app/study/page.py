"""The report of a study: one HTML file with its charts inside, which any browser shows, and prints as PDF."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator
from pathlib import Path

from app.study import charts
from engine.atomic import write_whole
from engine.sentences import why
from engine.texts import shown
from trainer.errors import BadStudy
from trainer.study.design import Mode, Study
from trainer.study.findings import PROTOCOL, SIGNIFICANT, StudyResult
from trainer.study.result import conclusions
from trainer.study.tables import Table, tables_of

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;color:#1f2937;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}figure{margin:1rem 0}img{max-width:100%}
figcaption,.quiet{color:#4b5563;font-size:13px}.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .75rem .25rem 0;text-align:right;border-bottom:1px solid #e5e7eb}
th{font-weight:600;border-bottom-color:#9ca3af}.text{text-align:left;white-space:nowrap}
tr.sure td{font-weight:600}
@media print{body{margin:0;max-width:none}figure,table,h2{break-inside:avoid}h2{break-after:avoid}}
"""


def write_page(path: Path, title: str, study: Study, result: StudyResult) -> None:
    """Write the report. Raises BadStudy."""
    try:
        write_whole(path, page(title, study, result).encode())
    except OSError as error:
        raise BadStudy("{path} cannot be written: {reason}.", path=path, reason=why(error)) from error


def page(title: str, study: Study, result: StudyResult) -> str:
    """The report as HTML without anything from elsewhere."""
    parts = [
        "<!doctype html><html lang='en'><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width'>",
        f"<title>{_safe(title)}</title><style>{_STYLE}</style>",
        f"<h1>{_safe(title)}</h1>",
        f"<p>{' '.join(map(_safe, conclusions(result)))}</p>",
        f"<p class='quiet'>{_safe(_extent(study, result))}</p>",
        *_figures(result),
        *(_table(each) for each in tables_of(result)),
        f"<h2>How this was measured</h2><p class='quiet'>{_safe(_conduct(study))} {_safe(PROTOCOL[result.mode])}</p>",
    ]
    return "\n".join(parts)


def _extent(study: Study, result: StudyResult) -> str:
    answers = sum(result.raters.values())
    raters, photos = _count(len(result.raters), "rater"), _count(result.photos, "photo")
    text = f"{raters}, {photos}, {_count(len(study.methods), 'method')}, {_count(answers, 'answer')}."
    if result.unreadable:
        text += f" {_count(result.unreadable, 'line')} of the ratings could not be read."
    if result.smoothed:
        text += " Some methods never lost: half a win was given to both sides of every pair."
    return text


def _conduct(study: Study) -> str:
    asked = "which of two images is better" if study.mode is Mode.PAIRS else "how good each image is, from 1 to 5"
    calibrated = f" after {_count(len(study.calibration), 'example')}" if study.calibration else ""
    return (
        f"Each rater was asked {asked}{calibrated}, in a random order of their own, without knowing the method; "
        f"{100 * study.retest:.0f} % of the trials came twice."
    )


def _count(number: int, of: str) -> str:
    return f"{number} {of}{'' if number == 1 else 's'}"


def _figures(result: StudyResult) -> Iterator[str]:
    rows = len(result.methods)
    if result.strengths:
        yield _figure(charts.to_svg(charts.strengths(result.strengths), rows), "How likely each method is preferred")
        return
    caption = "How often each method got each score; in red its mean opinion and 95 % interval"
    yield _figure(charts.to_svg(charts.distribution(result.scores), rows), caption)
    if all(each.rank == each.rank for each in result.scores):
        yield _figure(charts.to_svg(charts.ranks(result.scores), rows), "Mean rank of each method, ties shared")


def _figure(svg: bytes, caption: str) -> str:
    """As a picture: what pyqtgraph names inside must not meet the names of another chart."""
    data = base64.b64encode(svg).decode()
    text = _safe(caption)
    return f"<figure><img alt='{text}' src='data:image/svg+xml;base64,{data}'><figcaption>{text}.</figcaption></figure>"


def _table(table: Table) -> str:
    sure = table.header.index("p (Holm)") if "p (Holm)" in table.header else None
    sides = [" class='text'" if isinstance(value, str) else "" for value in table.rows[0]]
    head = "".join(f"<th{side}>{_safe(each)}</th>" for side, each in zip(sides, table.header, strict=True))
    rows = []
    for row, texts in zip(table.rows, table.texts(), strict=True):
        mark = " class='sure'" if sure is not None and float(row[sure]) < SIGNIFICANT else ""
        cells = "".join(f"<td{side}>{_safe(text)}</td>" for side, text in zip(sides, texts, strict=True))
        rows.append(f"<tr{mark}>{cells}</tr>")
    return f"<h2>{_safe(table.title)}</h2><div class='wide'><table><tr>{head}</tr>{''.join(rows)}</table></div>"


def _safe(text: str) -> str:
    return html.escape(shown(text))
