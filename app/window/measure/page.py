"""The page of figures: methods against a photo that is known, and the computer against itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QPushButton, QTableView, QWidget

from app.window.inspector.preferences import Preferences
from app.window.inspector.recipe import Recipe
from app.window.measure.task import (
    BORDER,
    LONGEST,
    LONGEST_FELT,
    Contest,
    ModelScore,
    compare_reduced,
    compare_with,
    verify_computer,
)
from app.window.measure.vgg19_field import Vgg19Field
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.fields import label, rule
from app.window.widgets.language import localised, tr
from app.window.widgets.page import Page
from app.window.widgets.titles import model_title
from app.window.widgets.words import pixels
from engine.geometry import Size
from engine.models import catalog

if TYPE_CHECKING:
    from engine.checks.verification import Check
    from engine.jobs.worker import Task

DISTANCE = 3
"""The column that is there only where VGG19 is."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MeasurePage(Page):
    """``reference_chosen(photo)`` when a person gave a photo with more detail."""

    reference_chosen = Signal(object)

    def __init__(self, link: EngineLink, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Measure"))
        self._link = link
        self._photo: LoadedPhoto | None = None
        self._recipe = Recipe()
        self._request: Request | None = None
        self._run = 0
        self.subject = label("")
        self.test = QPushButton(self.tr("Test on this photo"))
        self.test.setProperty("kind", "main")
        self.compare = QPushButton(self.tr("Use a reference photo…"))
        self.protocol = label("", "quiet")
        self.problem = label("", "bad")
        self.table, self.figures = _table([self.tr("Method"), "PSNR", "SSIM", self.tr("Distance")])
        missing = self.tr("A perceptual distance needs the weights of VGG19: {}, once.")
        self.features = Vgg19Field(preferences, missing, "")
        self.copy = QPushButton(self.tr("Copy as a table"))
        self.verify = QPushButton(self.tr("Verify this computer"))
        self.checks_hint = label(
            self.tr("Proves here and now that tiles and rows leave no seam, and that the precision is right."), "quiet"
        )
        self.verdict = label("")
        self.checks = label("", "quiet")
        for text in (self.protocol, self.problem, self.verdict, self.checks, self.subject):
            text.setWordWrap(True)
        self._lay_out()
        self.test.clicked.connect(self.run_test)
        self.compare.clicked.connect(self._choose_reference)
        self.copy.clicked.connect(self._copy)
        self.verify.clicked.connect(self.run_verify)
        self.features.changed.connect(self._show_features)
        self._show_features()
        self._forget_figures()
        self.show_photo(None, self._recipe)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.test)
        buttons.addWidget(self.compare)
        buttons.addStretch(1)
        self.column.addWidget(self.subject)
        self.column.addLayout(buttons)
        for part in (self.problem, self.table, self.protocol, self.features):
            self.column.addWidget(part)
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(8)
        self.column.addWidget(rule())
        self.column.addSpacing(8)
        self.column.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.checks_hint)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.checks)
        self.column.addStretch(1)

    def show_photo(self, photo: LoadedPhoto | None, recipe: Recipe) -> None:
        """What will be measured."""
        self._show_features()
        if photo is not self._photo:
            self._stop()
            self._forget_figures()
        self._photo, self._recipe = photo, recipe
        self.subject.setText(photo.path.name if photo else self.tr("Open a photo first; then it can be measured here."))
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
            self.tr("The photo was upscaled and compared with {}.").format(path.name),
        )

    def run_verify(self) -> None:
        """Check the computer, one line for each fact."""
        self.verify.setEnabled(False)
        self.verdict.setText(self.tr("Checking…"))
        self.checks.clear()
        checks: list[Check] = []
        self._link.submit(
            Request(
                verify_computer(self._recipe),
                progressed=partial(self._on_check, checks),
                finished=lambda _: self._on_checked(checks),
                failed=lambda sentence, _: self._on_check_failed(sentence),
            )
        )

    def _measure(self, task: Callable[[], Task], protocol: str) -> None:
        """One at a time: what is measured already is given up."""
        self._stop()
        self._forget_figures()
        self.table.setColumnHidden(DISTANCE, self.features.file is None)
        self.test.setEnabled(False)
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
        if self._request:
            self._link.cancel(self._request)
            self._request = None

    def _of_this_run(self, hear: Callable[..., None]) -> Callable[..., None]:
        run = self._run
        return lambda *words: hear(*words) if run == self._run else None

    def _on_report(self, report: LoadedPhoto | ModelScore) -> None:
        if isinstance(report, LoadedPhoto):
            self.reference_chosen.emit(report)
        else:
            self._on_score(report)

    def _on_score(self, score: ModelScore) -> None:
        locale = QLocale()
        cells = [model_title(score.model), f"{locale.toString(score.psnr, 'f', 2)} dB"]
        cells.append(locale.toString(score.ssim, "f", 4))
        if score.distance is not None:
            cells.append(locale.toString(score.distance, "f", 4))
        items = [QStandardItem(text) for text in cells]
        for item in items[1:]:
            item.setTextAlignment(_RIGHT)
        self.figures.appendRow(items)
        self._show_table()

    def _on_measured(self, how: str, size: Size) -> None:
        terms = self.tr("PSNR and SSIM of the luma, {} pixels left out at the borders, {} pixels compared.")
        parts = [how, terms.format(BORDER, pixels(size))]
        if max(size) >= LONGEST:
            parts.append(self.tr("Of large photos the middle is taken."))
        parts.append(self.tr("Higher is closer; figures favour SRResNet, eyes often SRGAN."))
        if not self.table.isColumnHidden(DISTANCE):
            distance = self.tr("The distance is VGG19's over the middle {} pixels: lower is closer to what eyes see.")
            parts.append(distance.format(LONGEST_FELT))
        self.protocol.setText(" ".join(parts))
        self.protocol.show()
        self.copy.show()
        self.test.setEnabled(True)

    def _on_failed(self, sentence: str, _: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.test.setEnabled(True)

    def _on_check(self, checks: list[Check], check: Check) -> None:
        checks.append(check)
        marks = ("✓" if each.passed else "✗" for each in checks)
        lines = (f"{localised(each.name)}. {localised(each.sentence)}" for each in checks)
        self.checks.setText("\n".join(f"{mark}  {line}" for mark, line in zip(marks, lines, strict=True)))

    def _on_checked(self, checks: list[Check]) -> None:
        wrong = sum(not check.passed for check in checks)
        good = self.tr("✓  All {} checks agree: this computer leaves no seam.").format(len(checks))
        bad = self.tr("✗  {} of {} checks do not agree; below it says which.").format(wrong, len(checks))
        self.verdict.setText(bad if wrong else good)
        self.verify.setEnabled(True)

    def _on_check_failed(self, sentence: str) -> None:
        self.verdict.setText(sentence)
        self.verify.setEnabled(True)

    def _forget_figures(self) -> None:
        self.figures.removeRows(0, self.figures.rowCount())
        for part in (self.table, self.protocol, self.copy, self.problem):
            part.hide()

    def _show_features(self) -> None:
        self.features.setVisible(self.features.file is None)

    def _show_table(self) -> None:
        rows = self.figures.rowCount()
        self.table.setFixedHeight(self.table.horizontalHeader().height() + rows * self.table.rowHeight(0) + 4)
        self.table.show()

    def _contest(self) -> Contest:
        return Contest([entry.id for entry in catalog.entries()], self._recipe, self.features.file)

    def _choose_reference(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A photo of the same, four times as large"))
        if chosen:
            self.use_reference(Path(chosen))

    def _copy(self) -> None:
        figures = self.figures
        columns = [column for column in range(figures.columnCount()) if not self.table.isColumnHidden(column)]
        head = [figures.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        rows = [[figures.item(row, column).text() for column in columns] for row in range(figures.rowCount())]
        lines = ["\t".join(line) for line in [head, *rows]]
        QGuiApplication.clipboard().setText("\n".join([*lines, self.protocol.text()]))


def _table(heads: list[str]) -> tuple[QTableView, QStandardItemModel]:
    model = QStandardItemModel(0, len(heads))
    model.setHorizontalHeaderLabels(heads)
    table = QTableView()
    table.setModel(model)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for column in range(len(heads)):
        model.horizontalHeaderItem(column).setTextAlignment(_RIGHT if column else _LEFT)
    return table, model
