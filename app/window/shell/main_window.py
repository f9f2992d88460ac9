"""The window: bars, pages, and what keys, drops and the engine's news lead to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.window.canvas.layers import Map
from app.window.canvas.panes import Arrangement
from app.window.export.journal import Journal
from app.window.inspector.preferences import Preferences
from app.window.measure.page import MeasurePage
from app.window.photos.dropping import Drops, Veil, dropped_paths
from app.window.platform.engine_link import EngineLink, Request
from app.window.shell.about import AboutPage
from app.window.shell.actions import Actions
from app.window.shell.bars import BottomBar, TopBar
from app.window.shell.computer import look_at_computer, release_models, time_computer
from app.window.shell.doing import ARRANGEMENTS, functions
from app.window.shell.help import HelpPage
from app.window.shell.saving_news import SavingNews
from app.window.shell.settings import SettingsPage
from app.window.shell.upscale_page import UpscalePage
from app.window.training import trainings
from app.window.widgets.asking import ask
from app.window.widgets.language import tr
from app.window.widgets.theme import Theme
from app.window.widgets.words import duration, file_size
from engine.models import catalog

if TYPE_CHECKING:
    from app.window.training.page import TrainPage


class MainWindow(QMainWindow):
    """Everything a person sees. ``open`` brings photos in."""

    def __init__(self, theme: Theme, link: EngineLink, preferences: Preferences, journal: Journal) -> None:
        super().__init__()
        self._theme = theme
        self._link = link
        self._preferences = preferences
        self._left = journal.read()
        self.setWindowTitle("Fourfold")
        self.setMinimumSize(880, 560)
        self.resize(1280, 800)
        self.restoreGeometry(preferences.geometry)
        self.page = UpscalePage(theme, link, preferences, journal)
        self.measure = MeasurePage(link, preferences)
        self._train: TrainPage | None = None
        self.settings = SettingsPage(theme, preferences)
        self.help = HelpPage()
        self.about = AboutPage()
        self.top, self.bottom = TopBar(theme), BottomBar(theme)
        self.saving = SavingNews(self, self.page.queue, self.bottom, self.page.viewer.notice, self._news)
        self.pages = QStackedWidget()
        self.actions_ = Actions(self, functions(self))
        self._lay_out()
        self._fill_top()
        self._fill_menu()
        self._connect()
        self._on_theme()
        self._on_arranged()
        self.show_page(self.page)

    def open(self, paths: list[Path]) -> None:
        """Open files and folders."""
        if paths:
            self.show_page(self.page)
            self.page.add(paths)

    # --- making it ---

    def _lay_out(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.bottom)
        for page in (self.page, self.measure, self.settings, self.help, self.about):
            self.pages.addWidget(page)
        self.setCentralWidget(centre)
        self.drops = Drops(self, Veil(self._theme, self.pages))

    def _fill_top(self) -> None:
        actions = self.actions_
        self._page_group = self._exclusive("upscale_page", "train_page", "measure_page")
        self._view_group = self._exclusive(*ARRANGEMENTS)
        self.top.add_pages([actions["upscale_page"], actions["train_page"], actions["measure_page"]])
        self.top.add_stretch()
        icons = {"single": "square", "split": "square-half", "side": "columns", "grid": "squares-four"}
        self.top.add_segments([(actions[name], icon) for name, icon in icons.items()])
        for name, icon in (("loupe", "magnifying-glass"), ("difference", "plus-minus"), ("maps", "map-trifold")):
            self.top.add_tool(actions[name], icon)
        self.top.add_space()
        nearness = [actions[name] for name in ("fit", "photo_pixels", "result_pixels", "zoom_in", "zoom_out")]
        self._zoom = self.top.add_menu(nearness, self.tr("Zoom"))
        self.top.add_space()
        self.top.add_tool(actions["open"], "folder-open")
        self.top.add_tool(actions["settings"], "gear")
        self.top.add_tool(actions["help"], "question")

    def _fill_menu(self) -> None:
        """What the right button offers on the photo."""
        canvas = self.page.viewer.canvas
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name in ("copy", "copy_result", "fit", "photo_pixels", "result_pixels", "turn", "panels", "save"):
            canvas.addAction(self.actions_[name])
        self.actions_["panels"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # elsewhere Tab goes on

    def _exclusive(self, *names: str) -> QActionGroup:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for name in names:
            group.addAction(self.actions_[name])
        return group

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme)
        self.drops.dropped.connect(self._on_dropped)
        self.settings.surround_changed.connect(lambda: self._on_theme())
        self.page.arranged.connect(self._on_arranged)
        self.page.viewer.read_out.connect(self.bottom.readout.setText)
        self.page.viewer.zoomed.connect(self._zoom.setText)
        self.bottom.pause_asked.connect(self.actions_["pause"].trigger)
        self.bottom.stop_asked.connect(self.stop)
        self._link.ready.connect(self._on_ready)
        for page in (self.measure, self.settings, self.help, self.about):
            page.closed.connect(lambda: self.show_page(self.page))
        self.measure.reference_chosen.connect(self.page.show_reference)
        self.settings.about_asked.connect(lambda: self.show_page(self.about))

    # --- pages and looks ---

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        looking = page is self.page
        self.actions_.enable_view(looking)
        self._zoom.setEnabled(looking)
        self.bottom.readout.setVisible(looking)
        self.actions_["upscale_page"].setChecked(page is self.page)
        self.actions_["train_page"].setChecked(page is self._train)
        self.actions_["measure_page"].setChecked(page is self.measure)

    @property
    def train(self) -> TrainPage:
        """The page that trains, made when it is first wanted: what draws its curves takes a second to load."""
        if self._train is None:
            from app.window.training.page import TrainPage

            page = self._train = TrainPage(self._theme, self._preferences)
            self.pages.addWidget(page)
            page.starting.connect(lambda: self._link.submit(Request(release_models)))
            page.models_changed.connect(self.page.inspector.models.reload)
            page.model_wanted.connect(self._upscale_with)
            page.told.connect(self.saving.refresh)
        return self._train

    def _upscale_with(self, model: str) -> None:
        self.page.inspector.choose_model(model)
        self.show_page(self.page)

    def show_measure(self) -> None:
        """The page of figures, for the photo shown."""
        self.measure.show_photo(self.page.scene.photo, self.page.inspector.choices().recipe)
        self.show_page(self.measure)

    def _on_theme(self) -> None:
        self.top.dress()
        self.page.viewer.canvas.surround = QColor(self._preferences.surround or self._theme.tokens.surround)
        self.page.viewer.canvas.update()
        self.page.strip.viewport().update()
        self.saving.refresh()

    def _on_arranged(self) -> None:
        scene = self.page.scene
        for name, arrangement in ARRANGEMENTS.items():
            self.actions_[name].setChecked(scene.view.arrangement is arrangement)
        shown = scene.view.layers[scene.view.focused].map
        self.actions_["difference"].setChecked(shown is Map.DIFFERENCE)
        self.actions_["maps"].setChecked(shown in (Map.FIDELITY, Map.INVENTION))

    def turn_divider(self) -> None:
        """Let it lie or stand."""
        self.page.scene.view = replace(self.page.scene.view, across=not self.page.scene.view.across)
        self.page.arrange(Arrangement.SPLIT)

    def switch_focus(self) -> None:
        """From the photo to the choices or back, for hands that stay on the keyboard."""
        inspector = self.page.inspector
        if inspector.isVisible() and not inspector.isAncestorOf(self.focusWidget()):
            inspector.models.focus()
        else:
            self.page.viewer.canvas.setFocus()

    def toggle_panels(self) -> None:
        """Only the photo, or all around it again."""
        shown = self.page.inspector.isVisible()
        self.page.inspector.setVisible(not shown)
        self.page.strip.setVisible(not shown and self.page.photos.rowCount() > 0)
        self.top.setVisible(not shown)
        self.bottom.setVisible(not shown)

    # --- bringing photos in ---

    def paste(self) -> None:
        """Files or a picture from the clipboard."""
        if pasted := dropped_paths(QGuiApplication.clipboard().mimeData()):
            self.open(pasted)
        else:
            self.page.viewer.notice.tell(self.tr("There is no picture in the clipboard."))

    def _on_dropped(self, paths: list[Path]) -> None:
        if self._train is not None and self.pages.currentWidget() is self._train:
            self._train.take(paths)
        else:
            self.open(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and self.pages.currentWidget() is self.page:
            self.page.step(step)
        else:
            super().keyPressEvent(event)

    # --- the engine and saving ---

    def _on_ready(self) -> None:
        self._link.submit(Request(look_at_computer, finished=self._on_devices, urgent=True))
        unfinished = trainings.undecided()
        if unfinished:
            text = self.tr("The training on “{}” waits for you.").format(trainings.subject(unfinished[0]))
            self.page.viewer.notice.tell(text, self.tr("Go on"), self._take_up_training, stays=True)
        if self._left:
            text = self.tr("Photos not finished last time: {}.").format(len(self._left))
            self.page.viewer.notice.tell(text, self.tr("Go on"), self._resume, stays=True)

    def _take_up_training(self) -> None:
        self.show_page(self.train)
        self.train.take_up()

    def _resume(self) -> None:
        self.page.photos.add([order.photo for order in self._left])
        self.open([order.photo for order in self._left])
        self.page.queue.add(self._left)

    def _on_devices(self, devices: list[Any]) -> None:
        self.bottom.device.setText(_called(devices[0]))
        self.page.inspector.show_devices([(device.id, _called(device)) for device in devices])
        if self._preferences.speed:
            self._show_speed(self._preferences.speed)
        else:
            self._link.submit(Request(time_computer, finished=self._show_speed))

    def _show_speed(self, speed: float) -> None:
        """In seconds a megapixel of a result. What is not measured on a photo is not kept."""
        text = self.tr("On this computer: about {} for a 12-megapixel photo")
        self.page.viewer.empty.show_speed(text.format(duration(speed * 192)))
        self.page.inspector.set_speed(speed)

    def _news(self) -> str:
        """What there is to tell while nothing is being saved."""
        return self._train.news() if self._train else ""

    def stop(self) -> None:
        """What Esc does: stop saving, else go back to the photos, show what is around them, leave the full screen."""
        if self.page.queue.is_open:
            self.page.queue.stop()
        elif self.pages.currentWidget() is not self.page:
            self.show_page(self.page)
        elif not self.top.isVisible():
            self.toggle_panels()
        elif self.isFullScreen():
            self.showNormal()

    # --- the end ---

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page.queue.is_open and not self._may_stop():
            event.ignore()
            return
        if self._train and self._train.is_training and not self._may_pause():
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        self.hide()
        self.page.close_threads()
        self.measure.features.close_thread()
        if self._train:
            self._train.close_threads()
        catalog.purge()
        self._link.close()
        event.accept()

    def _may_stop(self) -> bool:
        question = self.tr("Photos are being saved.")
        return ask(self, question, self.tr("They can go on at the next start."), self.tr("Stop and close"))

    def _may_pause(self) -> bool:
        question = self.tr("A training is going on.")
        return ask(self, question, self.tr("It is saved, and can go on at the next start."), self.tr("Pause and close"))


def _called(device: Any) -> str:
    """A device by its name and memory."""
    free = tr("{} free").format(file_size(device.free_memory))
    return f"{device.name}  ·  {free}"
