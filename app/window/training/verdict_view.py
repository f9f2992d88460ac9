"""A verdict as it is shown: the word and its ground, the figures, the crop, and how much of the training to mix in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.window.training.curves import CurvePlot
from app.window.training.figures import (
    mix_curve,
    photo_rows,
    score_at,
    score_name,
    short_name,
    summary_rows,
)
from app.window.training.film import Film, Frame
from app.window.widgets.fields import Fold, SliderField, label, set_kind
from app.window.widgets.figure_table import FigureTable
from app.window.widgets.language import localised
from app.window.widgets.theme import Theme
from app.window.widgets.words import decimal
from trainer.verdict.grounds import Word, features_name
from trainer.verdict.verdict import Verdict

CURVE_HEIGHT = 150
FILM_HEIGHT = 220


class VerdictView(QScrollArea):
    """Nothing is shown before ``show_verdict``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self.word = label("", "verdict")
        self.reason = label("")
        heads = [self.tr("Photos"), self.tr("Before"), self.tr("After"), self.tr("Gain"), self.tr("95 % interval")]
        self.table = FigureTable(heads)
        self.each = FigureTable([self.tr("Photo"), self.tr("Before"), self.tr("After"), self.tr("Gain")])
        self.protocol = label("", "quiet")
        self.mix = SliderField(0, 100, 100, self.tr("Share of the training"), " %")
        self.mixed = label("", "quiet")
        self.curve = CurvePlot(theme, "")
        self.film = Film(theme)
        for text in (self.reason, self.protocol):
            text.setWordWrap(True)
        self._lay_out()
        self.mix.changed.connect(self._show_mix)

    @property
    def share(self) -> float:
        """How much of the training the person wants, from 0 to 1."""
        return self.mix.value() / 100

    def show_verdict(self, verdict: Verdict, frames: list[Frame]) -> None:
        """Say it, with the crop of a photo held back."""
        self._verdict = verdict
        self._show_word(verdict.word)
        self.reason.setText(localised(verdict.reason))
        self.table.fill(summary_rows(verdict))
        self.each.fill(photo_rows(verdict))
        self.protocol.setText(self._protocol(verdict))
        self.curve.show_points(mix_curve(verdict), 100)
        self.curve.set_title(self.tr("Held-back photos: {} by share").format(score_name(verdict.measure)))
        self.mix.set_value(round(100 * verdict.mix))
        self._show_mix(self.mix.value())
        self.film.show_frames(frames)

    # --- making it ---

    def _lay_out(self) -> None:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addLayout(self._left(), 2)
        columns.addLayout(self._right(), 1)
        whole.addLayout(columns)
        self.film.setMinimumHeight(FILM_HEIGHT)
        whole.addWidget(self.film, 1)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def _left(self) -> QVBoxLayout:
        """What it is and why."""
        photos = Fold(self.tr("Each photo…"), self.tr("Less"))
        photos.inside.addWidget(self.each)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.word)
        column.addWidget(self.reason)
        column.addSpacing(12)
        column.addWidget(self.table)
        column.addWidget(self.protocol)
        column.addWidget(photos)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        """How much of the training to keep."""
        hint = label(
            self.tr("0 % is the model it began from. Less than 100 % keeps more of what that one can."), "quiet"
        )
        hint.setWordWrap(True)
        self.curve.setFixedHeight(CURVE_HEIGHT)
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in (label(self.tr("HOW MUCH OF IT"), "head"), self.mix, self.mixed, self.curve, hint):
            column.addWidget(part)
        column.addStretch(1)
        return column

    # --- what it says ---

    def _show_word(self, word: Word) -> None:
        texts = {
            Word.BETTER: (self.tr("Better"), "verdict-good"),
            Word.UNCLEAR: (self.tr("No clear difference"), "verdict"),
            Word.WORSE: (self.tr("Worse"), "verdict-bad"),
        }
        text, kind = texts[word]
        self.word.setText(text)
        set_kind(self.word, kind)

    def _protocol(self, verdict: Verdict) -> str:
        parts = [
            self.tr("Yours were held back for judging; the samples, of other kinds, show what was forgotten."),
            self.tr("Each was scaled down to a quarter, upscaled and compared with itself."),
            self.tr("PSNR: of the luma in dB, higher is closer."),
        ]
        if verdict.features:
            text = self.tr("Distance: as {} sees it, lower is closer.")
            parts.append(text.format(localised(features_name(verdict.features))))
        return " ".join(parts)

    def _show_mix(self, percent: int) -> None:
        if self._verdict is None:
            return
        measure = self._verdict.measure
        score, base = score_at(self._verdict, percent / 100), score_at(self._verdict, 0.0)
        digits, unit = (2, " dB") if measure == "psnr" else (4, "")
        text = self.tr("Held-back photos: {} {} ({})")
        value, change = decimal(score, digits) + unit, decimal(score - base, digits, signed=True)
        self.mixed.setText(text.format(short_name(measure), value, change))
        self.curve.look_at(percent)
