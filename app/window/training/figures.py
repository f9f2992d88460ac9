"""The figures of a verdict as tables and as a curve over the share that is mixed in."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.window.language import tr
from app.window.words import decimal

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 12
"""Rows that are seen without scrolling inside the table."""


class FigureTable(QTableView):
    """Names at the left, figures at the right; as high as its rows."""

    def __init__(self, heads: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QStandardItemModel(0, len(heads))
        self.figures.setHorizontalHeaderLabels(heads)
        self.setModel(self.figures)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(len(heads)):
            self.figures.horizontalHeaderItem(column).setTextAlignment(_RIGHT if column else _LEFT)

    def fill(self, rows: list[list[str]]) -> None:
        """Show these and nothing else."""
        self.figures.removeRows(0, self.figures.rowCount())
        for row in rows:
            items = [QStandardItem(text) for text in row]
            for item in items[1:]:
                item.setTextAlignment(_RIGHT)
            self.figures.appendRow(items)
        shown = min(len(rows), _MOST_ROWS)
        height = sum(self.rowHeight(row) for row in range(shown))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height + 4)

    def texts(self) -> list[list[str]]:
        """What is shown."""
        columns = range(self.figures.columnCount())
        return [[self.figures.item(row, column).text() for column in columns] for row in range(self.figures.rowCount())]


def score_name(score: str) -> str:
    """A score in the person's words."""
    return {"psnr": tr("PSNR in dB"), "perceptual": tr("distance to the eye")}.get(score, score)


def fill_summary(table: FigureTable, verdict: dict[str, Any]) -> None:
    """One row a group of photos and score."""
    groups = ((tr("Yours"), "held_out"), (tr("Samples"), "samples"))
    rows = []
    for score in verdict["held_out"]:
        called = "PSNR" if score == "psnr" else tr("distance")
        for title, group in groups:
            means = verdict[group][score]
            name = f"{title} ({means['photos']}): {called}"
            rows.append([name, *_figures(score, means), _interval(score, means["interval"])])
    table.fill(rows)


def fill_photos(table: FigureTable, verdict: dict[str, Any]) -> None:
    """One row a photo, by the score that is judged by; the greatest gain first."""
    score = verdict["measure"]
    sign = -1 if score == "perceptual" else 1
    photos = [
        {"base": photo["base"][score], "tuned": photo["tuned"][score], "name": photo["name"]}
        for photo in verdict["photos"]
    ]
    for photo in photos:
        photo["gain"] = sign * (photo["tuned"] - photo["base"])
    photos.sort(key=lambda photo: photo["gain"], reverse=True)
    table.fill([[photo["name"], *_figures(score, photo)] for photo in photos])


def reason(verdict: dict[str, Any]) -> str:
    """Why the verdict is what it is, in the person's words."""
    measure = verdict["measure"]
    ours, others = (verdict[group][measure] for group in ("held_out", "samples"))
    unit = " dB" if measure == "psnr" else ""
    gain, forgotten = (decimal(means["gain"], _digits(measure), signed=True) + unit for means in (ours, others))
    sentences = {
        "gains": tr("Your photos change by {}, and other photos stay as good as they were."),
        "forgets": tr("Your photos change by {}, but others by {}; a smaller share of the training may keep both."),
        "noise": tr("Your photos change by {}, but they lose too much PSNR: part of the new texture is noise."),
        "one photo": tr("Your photo changes by {}, but one is too few to tell; use more photos."),
        "disagreement": tr("Your photos change by {}, but they do not agree about that; use more photos."),
        "too little": tr("Your photos change by {}, too little to matter."),
        "loses": tr("Your photos change by {}: the model it began from is better."),
        "only forgets": tr("Your photos change by {}, which is not clear, and others by {}."),
    }
    sentence = sentences.get(verdict["ground"])
    return sentence.format(gain, forgotten) if sentence else str(verdict["reason"])


def mix_curve(verdict: dict[str, Any]) -> list[tuple[int, float]]:
    """Percent of the training, and the score that is judged by."""
    return [(round(100 * each["mix"]), each["scores"][verdict["measure"]]) for each in verdict["mixes"]]


def score_at(verdict: dict[str, Any], mix: float) -> float:
    """The score that is judged by at a share; between two that were measured, on the line between them."""
    points = [(each["mix"], each["scores"][verdict["measure"]]) for each in verdict["mixes"]]
    for (left, before), (right, after) in pairwise(points):
        if left <= mix <= right:
            return float(before + (after - before) * (mix - left) / (right - left))
    return float(points[-1][1])


def _figures(score: str, means: dict[str, Any]) -> list[str]:
    digits = _digits(score)
    before, after = (decimal(means[name], digits) for name in ("base", "tuned"))
    return [before, after, decimal(means["gain"], digits, signed=True)]


def _interval(score: str, interval: list[float] | None) -> str:
    if interval is None:
        return "–"
    low, high = (decimal(bound, _digits(score), signed=True) for bound in interval)
    return tr("{} to {}").format(low, high)


def _digits(score: str) -> int:
    return 3 if score == "psnr" else 4
