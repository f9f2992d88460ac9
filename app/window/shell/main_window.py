"""The window: its bars and pages, what drops and the clipboard lead to, and its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.window.export.journal import Journal
from app.window.export.stopping import may_close
from app.window.inspector.preferences import Preferences
from app.window.measure.page import MeasurePage
from app.window.photos.dropping import Drops, Veil, dropped_paths
from app.window.platform.engine_link import EngineLink
from app.window.shell.about import AboutPage
from app.window.shell.actions import commands
from app.window.shell.bars import BottomBar, TopBar
from app.window.shell.buttons import PAGES, check_compared, fill_page, fill_top_bar
from app.window.shell.command import Actions
from app.window.shell.computer_news import ComputerNews
from app.window.shell.help import HelpPage
from app.window.shell.late_pages import LatePages
from app.window.shell.saving_news import SavingNews
from app.window.shell.settings import SettingsPage
from app.window.shell.title import WindowTitle
from app.window.shell.unfinished import Unfinished
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.asking import ask
from app.window.widgets.tab_order import tab_through
from app.window.widgets.theme import Theme
from engine.models import catalog

if TYPE_CHECKING:
    from app.window.judging.page import JudgePage
    from app.window.training.page import TrainPage


NARROWEST = 900
BOLD = 16
"""Pixels by which the name of a page is longer while it shows."""


class MainWindow(QMainWindow):
    """Everything a person sees. ``open`` brings photos in."""

    def __init__(self, theme: Theme, link: EngineLink, preferences: Preferences, journal: Journal) -> None:
        super().__init__()
        self._theme = theme
        self._link = link
        self._preferences = preferences
        self.page = UpscalePage(theme, link, preferences, journal)
        self.pages = QStackedWidget()
        self._late = LatePages(theme, link, preferences, self.page, self.pages)
        self.measure = MeasurePage(link, preferences)
        self.settings = SettingsPage(theme, preferences)
        self.about = AboutPage()
        table = commands(self.page, self)
        self.help = HelpPage(table)
        self.actions_ = Actions(self, table)
        self.top, self.bottom = TopBar(theme), BottomBar(theme)
        self.saving = SavingNews(WindowTitle(self, self.page.list), self.page, self.bottom, self._news)
        self._computer = ComputerNews(link, preferences, self.page, self.bottom, self)
        self._unfinished = Unfinished(journal.read(), self.page, self)
        self._lay_out()
        self._connect()
        self._on_theme()
        words = self.top.minimumSizeHint().width() + BOLD  # as long as they are in the person's language
        self.setMinimumSize(max(NARROWEST, words), 560)
        self._on_compared()
        self.show_page(self.page)

    def open(self, paths: list[Path]) -> None:
        """Open files and folders."""
        if paths:
            self.show_page(self.page)
            self.page.list.add(paths)

    # --- making it ---

    def _lay_out(self) -> None:
        self.resize(1280, 800)
        self.restoreGeometry(self._preferences.geometry)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top, self.pages, self.bottom):
            layout.addWidget(part, int(part is self.pages))
        for page in (self.page, self.measure, self.settings, self.help, self.about):
            self.pages.addWidget(page)
        self.setCentralWidget(centre)
        self.drops = Drops(self, Veil(self._theme, self.pages))
        self._zoom = fill_top_bar(self.top, self.actions_)
        fill_page(self.page, self.actions_)

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme)
        self.drops.dropped.connect(self._on_dropped)
        self.settings.surround_changed.connect(self._on_theme)
        self.page.comparison.changed.connect(self._on_compared)
        self.page.viewer.read_out.connect(self.bottom.readout.setText)
        self.page.viewer.zoomed.connect(self._zoom.setText)
        self.bottom.pause_asked.connect(self.actions_["pause"].trigger)
        self.bottom.stop_asked.connect(self.page.saving.stop)
        self.bottom.discard_asked.connect(self.page.saving.discard)
        self._link.ready.connect(lambda: self._unfinished.offer(self._take_up_training, self.show_upscale))
        for page in (self.measure, self.settings, self.help, self.about):
            page.closed.connect(self.show_upscale)
        self.measure.reference_chosen.connect(self.page.comparison.show_reference)
        self.settings.about_asked.connect(self.show_about)
        self._late.left.connect(self.show_upscale)
        self._late.told.connect(self.saving.refresh)

    # --- pages ---

    def show_page(self, page: QWidget) -> None:
        """Go to one of the pages."""
        self.pages.setCurrentWidget(page)
        looking = page is self.page
        self.actions_.enable_view(looking)
        self._zoom.setEnabled(looking)
        self.bottom.readout.setVisible(looking)
        there = {"upscale_page": self.page, "measure_page": self.measure, **self._late.made}
        for name in PAGES:
            self.actions_[name].setChecked(page is there.get(name))
        tab_through(self.top, page, self.bottom)

    def show_upscale(self) -> None:
        """Go to the photos."""
        self.show_page(self.page)

    def show_train(self) -> None:
        """Go to the page that trains."""
        self.show_page(self.train)

    def show_measure(self) -> None:
        """Go to the page of figures, for the photo shown."""
        self.measure.show_photo(self.page.scene.photo, self.page.inspector.choices().method)
        self.show_page(self.measure)

    def show_judge(self) -> None:
        """Go to the page on which models are judged blindly."""
        self.judge.show_list(self.page.list.photos.paths)
        self.show_page(self.judge)

    def show_settings(self) -> None:
        """Go to the page of settings."""
        self.show_page(self.settings)

    def show_help(self) -> None:
        """Go to the page of help."""
        self.show_page(self.help)

    def show_about(self) -> None:
        """Go to the page about Fourfold."""
        self.show_page(self.about)

    @property
    def train(self) -> TrainPage:
        """The page that trains, made when it is first wanted."""
        return self._late.train

    @property
    def judge(self) -> JudgePage:
        """The page on which models are judged, made when it is first wanted."""
        return self._late.judge

    # --- what is around the photo ---

    def _on_theme(self) -> None:
        self.top.dress()
        self.page.viewer.canvas.surround = QColor(self._preferences.surround or self._theme.tokens.surround)
        self.page.viewer.canvas.update()
        self.page.list.strip.viewport().update()
        self.saving.refresh()

    def _on_compared(self) -> None:
        check_compared(self.actions_, self.page.scene.view)

    def toggle_panels(self) -> None:
        """Only the photo, or all around it again."""
        shown = self.page.toggle_panels()
        self.top.setVisible(shown)
        self.bottom.setVisible(shown)

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    # --- bringing photos in ---

    def paste(self) -> None:
        """Files or a picture from the clipboard."""
        if pasted := dropped_paths(QGuiApplication.clipboard().mimeData()):
            self.open(pasted)
        else:
            self.page.viewer.notice.tell(self.tr("There is no picture in the clipboard."))

    def _on_dropped(self, paths: list[Path]) -> None:
        if not self._late.take(paths):
            self.open(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step and self.pages.currentWidget() is self.page:
            self.page.list.step(step)
        else:
            super().keyPressEvent(event)

    def _take_up_training(self) -> None:
        self.show_train()
        self.train.take_up()

    # --- the end ---

    def _news(self) -> str:
        """What there is to tell while nothing is being saved."""
        return self._late.news()

    def leave(self) -> None:
        """What Esc does: close what is open, from the page to the message on the photo. Work goes on."""
        if self.pages.currentWidget() is not self.page:
            self.show_page(self.page)
        elif not self.top.isVisible():
            self.toggle_panels()
        elif self.isFullScreen():
            self.showNormal()
        else:
            self.page.viewer.notice.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (may_close(self.page.queue, self) and self._may_pause_training()):
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        self.hide()
        self.page.close_threads()
        self.measure.features.close_thread()
        self._late.close_threads()
        catalog.purge()
        self._link.close()
        event.accept()

    def _may_pause_training(self) -> bool:
        question = self.tr("A training is going on.")
        consequence = self.tr("It is saved, and can continue at the next start.")
        return not self._late.is_training or ask(self, question, consequence, self.tr("Pause and close"))
