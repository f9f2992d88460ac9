"""A verdict as it is shown: the word and its ground, the figures, the crop, and how much of the training to mix in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.window.training.curves import CurvePlot
from app.window.training.figures import (
    gain_curves,
    photo_rows,
    score_at,
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
        self.advice = label("")
        heads = [self.tr("Photos"), self.tr("Before"), self.tr("After"), self.tr("Gain"), self.tr("95 % interval")]
        self.table = FigureTable(heads)
        self.each = FigureTable([self.tr("Photo"), self.tr("Before"), self.tr("After"), self.tr("Gain")])
        self.protocol = label("", "quiet")
        self.mix = SliderField(0, 100, 100, self.tr("Share of the training"), " %")
        self.mixed = label("", "quiet")
        self.mixed_others = label("", "quiet")
        self.curve = CurvePlot(theme, "")
        self.film = Film(theme)
        for text in (self.reason, self.advice, self.protocol):
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
        self.advice.setText(localised(verdict.advice or ""))
        self.advice.setVisible(verdict.advice is not None)
        self.table.fill(summary_rows(verdict))
        self.each.fill(photo_rows(verdict))
        self.protocol.setText(self._protocol(verdict))
        self._show_curves(verdict)
        self.mix.set_default(round(100 * verdict.mix))
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
        column.addWidget(self.advice)
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
        for part in (
            label(self.tr("HOW MUCH OF IT"), "head"),
            self.mix,
            self.mixed,
            self.mixed_others,
            self.curve,
            hint,
        ):
            column.addWidget(part)
        column.addStretch(1)
        return column

    # --- what it says ---

    def _show_word(self, word: Word) -> None:
        texts = {
            Word.BETTER: (self.tr("Better"), "verdict-good"),
            Word.TRADES: (self.tr("Better on yours, worse on others"), "verdict-warn"),
            Word.UNCLEAR: (self.tr("No clear difference"), "verdict"),
            Word.WORSE: (self.tr("Worse"), "verdict-bad"),
        }
        text, kind = texts[word]
        self.word.setText(text)
        set_kind(self.word, kind)

    def _protocol(self, verdict: Verdict) -> str:
        parts = [
            self.tr("Yours were held back for judging; the others, never learned from, show what was forgotten."),
            self.tr("Each was scaled down to a quarter, upscaled and compared with itself."),
            self.tr("PSNR: of the luma in dB, higher is closer."),
        ]
        if verdict.features:
            text = self.tr("Distance: as {} sees it, lower is closer.")
            parts.append(text.format(localised(features_name(verdict.features))))
        return " ".join(parts)

    def _show_curves(self, verdict: Verdict) -> None:
        """What each share gains on the person's photos and on others."""
        ours, others = gain_curves(verdict)
        self.curve.show_points(ours, 100, 0.0, others=others)
        gained = self.tr("PSNR gained, in dB") if verdict.measure == "psnr" else self.tr("Distance saved")
        text = self.tr("{}: yours, and others (dotted)") if others else self.tr("{}: yours")
        self.curve.set_title(text.format(gained))

    def _show_mix(self, percent: int) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        ours = self.tr("Yours: {} {} ({})")
        others = self.tr("Others: {} {} ({})")
        self.mixed.setText(_change(ours, verdict.measure, score_at(verdict, percent / 100), score_at(verdict, 0.0)))
        before, after = (score_at(verdict, mix, others=True) for mix in (0.0, percent / 100))
        self.mixed_others.setText(_change(others, verdict.measure, after, before))
        self.mixed_others.setVisible(bool(self.mixed_others.text()))
        self.curve.look_at(percent)


def _change(text: str, measure: str, score: float | None, base: float | None) -> str:
    """A score and its distance from the base's, in a text with three gaps; empty where there is none."""
    if score is None or base is None:
        return ""
    digits, unit = (2, " dB") if measure == "psnr" else (4, "")
    change = decimal(score - base, digits, signed=True)
    return text.format(short_name(measure), decimal(score, digits) + unit, change)
