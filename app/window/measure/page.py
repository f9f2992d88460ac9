"""The page of figures: methods against a photo that is known, and the computer against itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app.window.inspector.method_choice import MethodChoice
from app.window.inspector.preferences import Preferences
from app.window.measure.computer_check import ComputerCheck
from app.window.measure.figures import ScoreTable
from app.window.measure.progress import MeasureBar
from app.window.measure.task import (
    BORDER,
    LONGEST,
    LONGEST_FELT,
    Contest,
    Measured,
    Measuring,
    compare_reduced,
    compare_with,
)
from app.window.measure.vgg19_field import Vgg19Field
from app.window.photos.choosing import choose_photo
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.fields import label, rule
from app.window.widgets.language import tr
from app.window.widgets.page import Page
from app.window.widgets.words import pixels
from engine.geometry import Size
from engine.jobs.worker import Task
from engine.models import catalog
from engine.texts import shown


class MeasurePage(Page):
    """Signals: ``reference_chosen(photo)``, when a person gave a photo with more detail (LoadedPhoto)."""

    reference_chosen = Signal(LoadedPhoto)

    def __init__(self, link: EngineLink, preferences: Preferences) -> None:
        super().__init__(tr("Measure"))
        self._link = link
        self._photo: LoadedPhoto | None = None
        self._method = MethodChoice()
        self._request: Request[LoadedPhoto | Measured, Size] | None = None
        self._run = 0
        self.subject = label("")
        self.test = QPushButton(self.tr("Test on this photo"))
        self.test.setProperty("kind", "main")
        self.compare = QPushButton(self.tr("Use a reference photo…"))
        self.bar = MeasureBar([self.test, self.compare])
        self.protocol = label("", "quiet")
        self.problem = label("", "bad")
        self.table = ScoreTable()
        missing = self.tr("A perceptual distance needs the weights of VGG19: {}, once.")
        self.features = Vgg19Field(preferences, missing, "")
        self.copy = QPushButton(self.tr("Copy as a table"))
        self.check = ComputerCheck(link)
        for text in (self.protocol, self.problem, self.subject):
            text.setWordWrap(True)
        self._lay_out()
        self.test.clicked.connect(self.run_test)
        self.compare.clicked.connect(self._choose_reference)
        self.bar.cancelled.connect(self._cancel)
        self.copy.clicked.connect(self._copy)
        self.features.changed.connect(self._show_features)
        self._show_features()
        self._forget_figures()
        self.show_photo(None, self._method)

    def _lay_out(self) -> None:
        for part in (self.subject, self.bar, self.problem, self.table, self.protocol, self.features):
            self.column.addWidget(part)
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(8)
        self.column.addWidget(rule())
        self.column.addSpacing(8)
        self.column.addWidget(self.check)
        self.column.addStretch(1)

    def show_photo(self, photo: LoadedPhoto | None, method: MethodChoice) -> None:
        """What will be measured."""
        self._show_features()
        if photo is not self._photo:
            self._stop()
            self._forget_figures()
        self._photo, self._method, self.check.method = photo, method, method
        nothing = self.tr("Open a photo first; then it can be measured here.")
        self.subject.setText(shown(photo.path.name) if photo else nothing)
        for button in (self.test, self.compare):
            button.setEnabled(photo is not None)

    def run_test(self) -> None:
        """Scale the photo down, upscale it by every model, compare."""
        if self._photo:
            self._measure(
                compare_reduced(self._photo.pixels, self._contest()),
                self.tr("The photo was scaled down to a quarter by bicubic, upscaled and compared with itself."),
            )

    def use_reference(self, path: Path) -> None:
        """Compare with a photo of four times the size."""
        assert self._photo is not None
        self._measure(
            compare_with(self._photo.pixels, path, self._contest()),
            self.tr("The photo was upscaled and compared with {}.").format(shown(path.name)),
        )

    def _measure(self, task: Task[LoadedPhoto | Measured, Size], protocol: str) -> None:
        """One at a time: what is measured already is given up."""
        self._stop()
        self._forget_figures()
        self.table.begin([entry.id for entry in catalog.entries()], distance=self.features.file is not None)
        self.bar.begin()
        self._request = Request(
            task,
            progressed=self._of_this_run(self._on_report),
            finished=self._of_this_run(partial(self._on_measured, protocol)),
            failed=self._of_this_run(self._on_failed),
        )
        self._link.submit(self._request)

    def _stop(self) -> None:
        """Give up what is being measured; what still comes of it is not heard."""
        self._run += 1
        self._end()
        if self._request:
            self._link.cancel(self._request)
            self._request = None

    def _cancel(self) -> None:
        """Give it up; what has been measured stays."""
        self._stop()
        self.test.setFocus(Qt.FocusReason.OtherFocusReason)

    def _of_this_run(self, hear: Callable[..., None]) -> Callable[..., None]:
        run = self._run
        return lambda *words: hear(*words) if run == self._run else None

    def _on_report(self, report: LoadedPhoto | Measured) -> None:
        if isinstance(report, LoadedPhoto):
            self.reference_chosen.emit(report)
        elif isinstance(report, Measuring):
            self.bar.show_progress(report)
        else:
            self.table.add(report)

    def _on_measured(self, how: str, size: Size) -> None:
        terms = self.tr("PSNR and SSIM of the luma, {} pixels left out at the borders, {} pixels compared.")
        parts = [how, terms.format(BORDER, pixels(size))]
        if max(size) >= LONGEST:
            parts.append(self.tr("Of large photos the middle is taken."))
        parts.append(self.tr("Higher is closer; figures favour SRResNet, eyes often SRGAN."))
        if self.table.has_distance:
            distance = self.tr("The distance is VGG19's over the middle {} pixels: lower is closer to what eyes see.")
            parts.append(distance.format(LONGEST_FELT))
        self.protocol.setText(" ".join(parts))
        self.protocol.show()
        self.copy.show()
        self.table.mark_best()
        self._end()

    def _on_failed(self, sentence: str, _: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self._end()

    def _end(self) -> None:
        self.bar.end()
        self.table.end()

    def _forget_figures(self) -> None:
        self.table.forget()
        for part in (self.protocol, self.copy, self.problem):
            part.hide()

    def _show_features(self) -> None:
        self.features.setVisible(self.features.file is None)

    def _contest(self) -> Contest:
        return Contest([entry.id for entry in catalog.entries()], self._method, self.features.file)

    def _choose_reference(self) -> None:
        title = self.tr("A photo of the same, four times as large")
        if self._photo and (chosen := choose_photo(self, title, self._photo.path.parent)):
            self.use_reference(chosen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.table.as_text()}\n{self.protocol.text()}")
