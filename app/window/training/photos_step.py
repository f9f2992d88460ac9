"""Step 1: a folder is dropped, checked, and each photo kept or left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.window.training.check import Checker
from app.window.training.drop_area import DropArea
from app.window.training.findings import Findings, ShownFindings, described
from app.window.training.goal import Material
from app.window.training.grid import PhotoGrid
from app.window.widgets.fields import label
from app.window.widgets.language import localised
from app.window.widgets.step import Step
from app.window.widgets.theme import Theme
from app.window.widgets.words import decimal
from engine.texts import shown
from trainer.data.dataset import ONE_BURST, DatasetReport, enough


class PhotosStep(Step):
    """Shows the drop area, the check, and then its findings."""

    chosen = Signal(Material)
    """The photos to learn from, when a person goes on."""
    folder_asked = Signal()
    """A person wants to choose a folder."""
    models_asked = Signal()
    """A person wants to see their own models."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checker = Checker(self)
        self.findings = Findings(self)
        self.shown = ShownFindings(self.findings, self)
        self.drop = DropArea(theme)
        self.grid = PhotoGrid(self.shown, theme)
        self.summary = label("", "title")
        self.problems = label("", "quiet")
        self.filters = self._make_filters()
        self.progress = QProgressBar()
        self.checking = label("")
        self.other = QPushButton(self.tr("Another folder…"))
        self._views = QStackedLayout()
        self._lay_out()
        self.models = self.add_button(self.tr("Your models"))
        self.next = self.add_button(self.tr("Next: goal"), "main")
        self._connect()
        self._show_count()

    def close_threads(self) -> None:
        """Give up the check and the thumbnails, and wait for their threads."""
        self.checker.close()
        self.findings.close()

    def check(self, folder: Path) -> None:
        """Look at every photo of a folder."""
        self.progress.setRange(0, 1)
        self.progress.reset()
        self.checking.setText(self.tr("Looking at the photos in {}…").format(shown(folder.name)))
        self._views.setCurrentIndex(1)
        self.say("")
        self.next.setEnabled(False)
        self.checker.start(folder)

    def material(self) -> Material:
        """What is wanted of the folder now."""
        return self.findings.material()

    # --- making it ---

    def _lay_out(self) -> None:
        self.body.addLayout(self._views)  # before anything is in it, which would show as a window of its own
        for view in (self.drop, self._progress_view(), self._result_view()):
            self._views.addWidget(view)

    def _progress_view(self) -> QWidget:
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(360)
        self.progress.setAccessibleName(self.tr("Checking the photos"))
        view = QWidget()
        layout = QVBoxLayout(view)
        layout.setSpacing(12)
        stop = QPushButton(self.tr("Stop"))
        stop.clicked.connect(self._stop)
        layout.addStretch(1)
        for part in (self.checking, self.progress, stop):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return view

    def _result_view(self) -> QWidget:
        view = QWidget()
        layout = QVBoxLayout(view)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.other)
        line = QHBoxLayout()
        line.addWidget(self.problems, 1)
        line.addWidget(self.filters)
        layout.addLayout(head)
        layout.addLayout(line)
        layout.addWidget(self.grid, 1)
        return view

    def _make_filters(self) -> QWidget:
        frame = QWidget()
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        self._group = QButtonGroup(frame)
        texts = {
            ShownFindings.ALL: self.tr("All"),
            ShownFindings.PROBLEMS: self.tr("With a problem"),
            ShownFindings.LEFT_OUT: self.tr("Left out"),
        }
        for kind, text in texts.items():
            button = QPushButton(text)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setChecked(kind == ShownFindings.ALL)
            button.clicked.connect(lambda _=False, kind=kind: self.shown.show(kind))
            self._group.addButton(button)
            inside.addWidget(button)
        return frame

    def _connect(self) -> None:
        self.checker.progressed.connect(self._on_progress)
        self.checker.finished.connect(self._on_checked)
        self.checker.failed.connect(self._on_failed)
        self.findings.dataChanged.connect(self._on_data)
        self.grid.look_asked.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self.drop.folder.clicked.connect(self.folder_asked)
        self.other.clicked.connect(self.folder_asked)
        self.models.clicked.connect(self.models_asked)
        self.next.clicked.connect(lambda: self.chosen.emit(self.material()))

    # --- what happens ---

    def _stop(self) -> None:
        self.checker.stop()
        self._views.setCurrentIndex(2 if self.findings.rowCount() else 0)
        self._show_count()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_checked(self, report: DatasetReport) -> None:
        self.findings.show(report)
        counts = self.findings.counts()
        problems = described(counts) or self.tr("Nothing wrong with any of them.")
        self.problems.setText(" ".join([problems, *map(localised, report.news)]))
        self._group.buttons()[0].click()
        self.filters.setVisible(bool(counts))
        self._views.setCurrentIndex(2)
        self._show_count()

    def _on_failed(self, sentence: str) -> None:
        self._views.setCurrentIndex(0)
        self._show_count()
        self.say(sentence, "bad")

    def _on_data(self, first: object, last: object, roles: list[int]) -> None:
        if Qt.ItemDataRole.CheckStateRole in roles:
            self._show_count()

    def _show_count(self) -> None:
        """Say how much there is to learn from, and whether it is enough."""
        there = self.findings.rowCount() > 0
        report = self.findings.report()
        lacking = localised(enough(report)) if there else ""
        self.next.setEnabled(there and not lacking)
        text = self.tr("Photos to learn from in {}: {} ({} megapixels)")
        self.summary.setText(text.format(shown(report.folder.name), len(report.kept), decimal(report.megapixels, 1)))
        if not there:
            self.say("")
        elif lacking:
            self.say(lacking, "bad")
        else:
            self.say(self._hint(report))

    def _hint(self, report: DatasetReport) -> str:
        """How many are held back, and what can be done with each."""
        together = report.bursts()
        if report.is_one_burst(together):
            return localised(ONE_BURST)
        parts = [
            self.tr("Held back for judging the result: {}.").format(self.material().held_out),
            self.tr("Shots of one burst stay together.") if together else "",
            self.tr("A click leaves a photo out, a double-click opens it."),
        ]
        return " ".join(filter(None, parts))
