"""Step 3: what they prefer, how sure that is, and what to do with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.window.judging.chart import ResultChart
from app.window.judging.finder import Finding, find
from app.window.judging.methods import Offer
from app.window.judging.reporter import Reporter
from app.window.judging.tables import heads, rows
from app.window.platform.background import Background
from app.window.widgets.fields import label, scrolling
from app.window.widgets.figure_table import FigureTable
from app.window.widgets.language import localised
from app.window.widgets.step import Step
from app.window.widgets.theme import Theme
from engine.errors import FourfoldError
from engine.texts import shown
from trainer.errors import BadStudy
from trainer.study.design import Mode
from trainer.study.folder import StudyFolder
from trainer.study.merging import merge


class ResultStep(Step):
    """Nothing is shown before ``show_study``."""

    model_wanted = Signal(Offer)
    """A model to upscale with from now on."""
    again_asked = Signal()
    """A person wants to judge something else, or let somebody else judge."""
    told = Signal(str)
    """News, in the person's language."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._run = Path(), 0
        self._finding: Finding | None = None
        self._finder: Background | None = None
        self.reporter = Reporter(self)
        self.headline = label("", "verdict")
        self.sureness = label("")
        self.who = label("", "quiet")
        for text in (self.headline, self.sureness, self.who):
            text.setWordWrap(True)
        self.chart = ResultChart(theme)
        self.tables = {mode: FigureTable(heads(mode)) for mode in Mode}
        self._lay_out()
        self.again = self.add_button(self.tr("Judge again"))
        self.merge = self.add_button(self.tr("Add answers…"))
        self.report = self.add_button(self.tr("Show the report"))
        self.use = self.add_button(self.tr("Use this model from now on"), "main")
        self.merge.setToolTip(self.tr("From a copy of this study that somebody else has judged"))
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for part in (self.headline, self.sureness):
            column.addWidget(part)
        column.addSpacing(12)
        for figures in (self.chart, *self.tables.values(), self.who):
            column.addWidget(figures)
        column.addStretch(1)
        self.body.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self.again.clicked.connect(self.again_asked)
        self.merge.clicked.connect(self._choose_copy)
        self.report.clicked.connect(self._make_report)
        self.use.clicked.connect(self._use)
        self.reporter.made.connect(self._on_report)
        self.reporter.failed.connect(self._on_no_report)

    def close_threads(self) -> None:
        """End what computes and reports."""
        self.reporter.close()
        if self._finder:
            self._finder.close()

    def show_study(self, folder: Path) -> None:
        """Say what the study in a folder says so far."""
        if self._finder is None:
            self._finder = Background(find, self)
            self._finder.done.connect(self._on_found)
        self._folder, self._finding = folder, None
        self._run += 1
        self.headline.setText(self.tr("Adding it up…"))
        for part in (self.sureness, self.chart, self.who, *self.tables.values()):
            part.hide()
        for button in (self.use, self.report):
            button.setEnabled(False)
        self.say("")
        if StudyFolder(folder).key_file.is_file():
            self._finder.want([(self._run, folder)])
        else:
            self._thank(folder)

    def _thank(self, folder: Path) -> None:
        """The study comes from somebody who keeps its key."""
        self.headline.setText(self.tr("Thank you: your answers are kept."))
        text = self.tr("The result is told where the study was made. Give this folder back: {}")
        self.sureness.setText(text.format(shown(str(folder))))
        self.sureness.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, key: tuple[int, Path], found: Finding | FourfoldError) -> None:
        if key[0] != self._run:
            return
        if isinstance(found, FourfoldError):
            self.headline.setText(self.tr("There is no result."))
            self.say(localised(found.sentence), "bad")
            return
        self._finding = found
        result, table = found.result, self.tables[found.result.mode]
        self.headline.setText(found.sentences[0] if found.sentences else self.tr("There is nothing to compare yet."))
        self.sureness.setText(" ".join(found.sentences[1:]))
        self.chart.show_result(result)
        table.fill(rows(result))
        raters = ", ".join(f"{shown(name)} ({count})" for name, count in result.raters.items())
        self.who.setText(self.tr("Photos judged: {}. Answers: {}.").format(result.photos, raters))
        for part in (self.sureness, self.chart, self.who, table):
            part.show()
        self.use.setEnabled(found.best is not None)
        self.report.setEnabled(True)
        (self.use if found.best else self.report).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what can be done ---

    def _use(self) -> None:
        if self._finding and self._finding.best:
            self.model_wanted.emit(self._finding.best)

    def _make_report(self) -> None:
        self.report.setEnabled(False)
        self.say(self.tr("Writing the report…"))
        self.reporter.make(self._folder)

    def _on_report(self, page: Path) -> None:
        self.report.setEnabled(True)
        self.say(self.tr("The report is in {}.").format(shown(str(page.parent))))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _on_no_report(self, sentence: str) -> None:
        self.report.setEnabled(True)
        self.say(sentence, "bad")

    def _choose_copy(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("A copy of this study")):
            self.add(Path(chosen))

    def add(self, copy: Path) -> None:
        """Add the answers in a copy of the study, each once."""
        try:
            news = merge(StudyFolder(self._folder), [StudyFolder(copy)])
        except BadStudy as error:
            self.say(localised(error.sentence), "bad")
            return
        self.told.emit("\n".join(map(localised, news)) or self.tr("There is nothing new in it."))
        self.show_study(self._folder)
