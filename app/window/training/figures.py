"""The figures of a verdict as tables and as a curve over the share that is mixed in."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.window.widgets.language import tr
from app.window.widgets.words import decimal

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


def short_name(score: str) -> str:
    """A score without its unit."""
    return tr("PSNR") if score == "psnr" else tr("distance")


def features_name(verdict: dict[str, Any]) -> str:
    """What the distance looks through."""
    return tr("local contrast") if verdict["features"] == "local contrast" else str(verdict["features"])


def fill_summary(table: FigureTable, verdict: dict[str, Any]) -> None:
    """One row a group of photos and score."""
    groups = ((tr("Yours"), "held_out"), (tr("Samples"), "samples"))
    rows = []
    for score in verdict["held_out"]:
        for title, group in groups:
            means = verdict[group][score]
            name = f"{title} ({means['photos']}): {short_name(score)}"
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
    ours, others = (verdict[group][verdict["measure"]] for group in ("held_out", "samples"))
    if verdict["ground"] == "too little" and ours["tuned"] == ours["base"]:
        return tr("On the photos locked away, no step of the training was better than the model it began from.")
    sentences = {
        "gains": tr("{}, and other photos stay as good as they were."),
        "forgets": tr("{}, but {}; a smaller share of the training may keep both."),
        "noise": tr("{}, but they lose too much PSNR: part of the new texture is noise."),
        "one photo": tr("{}, but one photo is too few to tell; use more photos."),
        "disagreement": tr("{}, but they do not agree about that; use more photos."),
        "too little": tr("{}, too little to matter."),
        "loses": tr("{}: the model it began from is better."),
        "only forgets": tr("{}, which is not clear, and {}."),
    }
    sentence = sentences.get(verdict["ground"])
    return sentence.format(_change(verdict, ours), _forgotten(verdict, others)) if sentence else str(verdict["reason"])


def _change(verdict: dict[str, Any], means: dict[str, Any]) -> str:
    """What becomes of the person's photos: in dB, or as a share of the distance that there was."""
    gains = means["gain"] >= 0
    if verdict["measure"] == "psnr":
        text = tr("Your photos gain {} dB") if gains else tr("Your photos lose {} dB")
        return text.format(decimal(abs(means["gain"]), 2))
    closer, away = tr("As {} sees it, your photos come {} closer"), tr("As {} sees it, your photos move {} away")
    return (closer if gains else away).format(features_name(verdict), _share(means))


def _forgotten(verdict: dict[str, Any], means: dict[str, Any]) -> str:
    """What becomes of other photos, where that is a loss."""
    if verdict["measure"] == "psnr":
        return tr("others lose {} dB").format(decimal(abs(means["gain"]), 2))
    return tr("others move {} away").format(_share(means))


def _share(means: dict[str, Any]) -> str:
    return f"{decimal(100 * abs(means['gain']) / means['base'], 1)} %"


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
