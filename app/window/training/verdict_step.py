"""Step 4: whether it helped, on photos that were locked away and on photos of other kinds, and how much to mix in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.window.training import commands
from app.window.training.curves import Curve
from app.window.training.endings import Ending
from app.window.training.errand import Errand
from app.window.training.figures import (
    FigureTable,
    features_name,
    fill_photos,
    fill_summary,
    mix_curve,
    reason,
    score_at,
    score_name,
    short_name,
)
from app.window.training.film import Film, frames_of_best
from app.window.training.runner import Runner
from app.window.training.step import Step
from app.window.widgets.fields import Fold, SliderField, label, set_kind
from app.window.widgets.theme import Theme
from app.window.widgets.words import decimal
from trainer.verdict.verdict import BETTER, UNCLEAR, WORSE

CURVE_HEIGHT = 150
FILM_HEIGHT = 220


class VerdictStep(Step):
    """``kept(mix)`` when a person wants the model, mixed from base (0) to trained (1); ``discarded()``;
    ``continued()`` for more training.
    """

    kept = Signal(float)
    discarded = Signal()
    continued = Signal()

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.verdict: dict[str, Any] | None = None
        self._errand = Errand("verdict", self)
        self._errand.said.connect(self._on_said)
        self._errand.answered.connect(self._on_verdict)
        self._errand.failed.connect(self._on_failed)
        self.judging = label(self.tr("Judging on the photos that were locked away…"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(360)
        self.progress.setAccessibleName(self.tr("Judging"))
        self.word = label("", "verdict")
        self.reason = label("")
        self.reason.setWordWrap(True)
        heads = [self.tr("Photos"), self.tr("Before"), self.tr("After"), self.tr("Gain"), self.tr("95 % interval")]
        self.table = FigureTable(heads)
        self.each = FigureTable([self.tr("Photo"), self.tr("Before"), self.tr("After"), self.tr("Gain")])
        self.protocol = label("", "quiet")
        self.protocol.setWordWrap(True)
        self.mix = SliderField(0, 100, 100, self.tr("Share of the training"), " %")
        self.mixed = label("", "quiet")
        self.curve = Curve(theme, "")
        self.film = Film(theme)
        self._views = QStackedLayout()
        self._lay_out()
        self.more = self.add_button(self.tr("Train on"))
        self.discard = self.add_button(self.tr("Discard"))
        self.keep = self.add_button(self.tr("Keep…"), "main")
        self.keep.setEnabled(False)
        self.mix.changed.connect(self._show_mix)
        self.more.clicked.connect(self.continued)
        self.discard.clicked.connect(self.discarded)
        self.keep.clicked.connect(lambda: self.kept.emit(self.mix.value() / 100))

    def close_threads(self) -> None:
        self._errand.close()

    def cancel(self) -> None:
        """Give up judging."""
        self._errand.cancel()

    def judge(self) -> None:
        """Judge the training that the runner holds."""
        self.verdict = None
        self._views.setCurrentIndex(0)
        self.progress.setRange(0, 1)
        self.progress.reset()
        self.judging.setText(self.tr("Judging on the photos that were locked away…"))
        self.progress.show()
        self.say("")
        self.keep.setEnabled(False)
        self.more.setVisible(not (self._runner.course and self._runner.course.reason))
        self._errand.send(commands.verdict(self._runner.run))

    # --- making it ---

    def _lay_out(self) -> None:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self.judging, self.progress):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._views.addWidget(waiting)
        self._views.addWidget(self._result())
        self.body.addLayout(self._views)

    def _result(self) -> QWidget:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.word, self.reason):
            left.addWidget(part)
        left.addSpacing(12)
        left.addWidget(self.table)
        left.addWidget(self.protocol)
        photos = Fold(self.tr("Each photo…"), self.tr("Less"))
        photos.inside.addWidget(self.each)
        left.addWidget(photos)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label(self.tr("HOW MUCH OF IT"), "head"))
        right.addWidget(self.mix)
        right.addWidget(self.mixed)
        self.curve.setFixedHeight(CURVE_HEIGHT)
        right.addWidget(self.curve)
        text = self.tr("0 % is the model it began from. Less than 100 % keeps more of what that one can.")
        hint = label(text, "quiet")
        hint.setWordWrap(True)
        right.addWidget(hint)
        right.addStretch(1)
        columns.addLayout(left, 2)
        columns.addLayout(right, 1)
        whole.addLayout(columns)
        self.film.setMinimumHeight(FILM_HEIGHT)
        whole.addWidget(self.film, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll

    # --- what the judge says ---

    def _on_said(self, event: dict[str, Any]) -> None:
        if event["event"] == "judging":
            self.progress.setRange(0, event["total"])
            self.progress.setValue(event["done"])

    def _on_failed(self, ending: Ending) -> None:
        self.progress.hide()
        self.judging.setText(self.tr("There is no verdict."))
        self.say(ending.sentence, "bad")

    def _on_verdict(self, verdict: dict[str, Any]) -> None:
        self.verdict = verdict
        self._show_word(verdict["word"])
        self.reason.setText(reason(verdict))
        fill_summary(self.table, verdict)
        fill_photos(self.each, verdict)
        self.protocol.setText(self._protocol(verdict))
        self.curve.show_points(mix_curve(verdict), 100)
        self.curve.set_title(self.tr("Locked-away photos: {} by share").format(score_name(verdict["measure"])))
        self.mix.set_value(round(100 * verdict["mix"]))
        self._show_mix(self.mix.value())
        course = self._runner.course
        self.film.show_frames(frames_of_best(course, verdict["measure"]) if course else [])
        self.keep.setEnabled(True)
        self._prefer(verdict["word"] == BETTER)
        self._views.setCurrentIndex(1)

    def _show_word(self, word: str) -> None:
        texts = {
            BETTER: (self.tr("Better"), "verdict-good"),
            UNCLEAR: (self.tr("No clear difference"), "verdict"),
            WORSE: (self.tr("Worse"), "verdict-bad"),
        }
        text, kind = texts[word]
        self.word.setText(text)
        set_kind(self.word, kind)

    def _prefer(self, keeping: bool) -> None:
        """Only a better model is offered to be kept."""
        set_kind(self.keep, "main" if keeping else "")
        set_kind(self.discard, "" if keeping else "main")
        self.put_last(self.keep if keeping else self.discard)
        self.keep.setText(self.tr("Keep…") if keeping else self.tr("Keep all the same…"))

    def _protocol(self, verdict: dict[str, Any]) -> str:
        parts = [
            self.tr("Yours were locked away; the samples, of other kinds, show what was forgotten."),
            self.tr("Each was scaled down to a quarter, upscaled and compared with itself."),
            self.tr("PSNR: of the luma in dB, higher is closer."),
        ]
        if verdict["features"]:
            parts.append(self.tr("Distance: as {} sees it, lower is closer.").format(features_name(verdict)))
        return " ".join(parts)

    def _show_mix(self, percent: int) -> None:
        if self.verdict is None:
            return
        measure = self.verdict["measure"]
        score = score_at(self.verdict, percent / 100)
        base = score_at(self.verdict, 0.0)
        digits, unit = (2, " dB") if measure == "psnr" else (4, "")
        text = self.tr("Locked-away photos: {} {} ({})")
        value, change = decimal(score, digits) + unit, decimal(score - base, digits, signed=True)
        self.mixed.setText(text.format(short_name(measure), value, change))
        self.curve.look_at(percent)
