"""The window: bars, pages, and what keys, drops and the engine's news lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.window.actions import Actions
from app.window.bars import BottomBar, TopBar
from app.window.canvas.layers import Map
from app.window.canvas.panes import Arrangement
from app.window.canvas.viewport import SCALE
from app.window.engine_link import EngineLink, Request
from app.window.export.journal import Journal
from app.window.export.queue import Stage
from app.window.measure.page import MeasurePage
from app.window.opening import pasted_image, paths_of
from app.window.pages import AboutPage, SettingsPage, ShortcutsPage
from app.window.preferences import Preferences
from app.window.theme import Theme
from app.window.upscale_page import UpscalePage
from app.window.words import duration, file_size

ARRANGEMENTS = {
    "single": Arrangement.SINGLE,
    "split": Arrangement.SPLIT,
    "side": Arrangement.SIDE_BY_SIDE,
    "grid": Arrangement.GRID,
}
TEXTURE_STEP = 10
ZOOM_STEP = 1.25


class MainWindow(QMainWindow):
    """Everything a person sees. ``open`` brings photos in."""

    def __init__(self, theme: Theme, link: EngineLink, preferences: Preferences, journal: Journal) -> None:
        super().__init__()
        self._theme = theme
        self._link = link
        self._preferences = preferences
        self._left = journal.read()
        self.setWindowTitle("Fourfold")
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        self.resize(1280, 800)
        self.restoreGeometry(preferences.geometry)
        self.page = UpscalePage(theme, link, preferences, journal)
        self.measure = MeasurePage(link)
        self.settings = SettingsPage(theme, preferences)
        self.shortcuts = ShortcutsPage()
        self.about = AboutPage()
        self.top, self.bottom = TopBar(theme), BottomBar(theme)
        self.pages = QStackedWidget()
        self.actions_ = Actions(self, self._functions())
        self._lay_out()
        self._fill_top()
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
        for page in (self.page, self.measure, self.settings, self.shortcuts, self.about):
            self.pages.addWidget(page)
        self.setCentralWidget(centre)

    def _functions(self) -> dict[str, Any]:
        page, scene = self.page, self.page.scene
        return {
            "open": page.open,
            "open_folder": page.open_folder,
            "paste": self.paste,
            "copy": page.copy_visible,
            "undo": page.undo_removal,
            "clear": page.clear,
            "fit": scene.fit,
            "result_pixels": lambda: scene.zoom_to(SCALE),
            "photo_pixels": lambda: scene.zoom_to(1),
            "zoom_in": lambda: scene.zoom_to(scene.viewport.zoom * ZOOM_STEP),
            "zoom_out": lambda: scene.zoom_to(scene.viewport.zoom / ZOOM_STEP),
            **{
                name: lambda arrangement=arrangement: page.arrange(arrangement)
                for name, arrangement in ARRANGEMENTS.items()
            },
            "turn": self._turn_divider,
            **{
                f"show_{model}": lambda model=model: page.show_in_focused(model)
                for model in ("nearest", "bicubic", "srresnet", "srgan", "photo")
            },
            "loupe": lambda: page.viewer.canvas.set_loupe(not page.viewer.canvas.loupe_on),
            "difference": lambda: page.toggle_map((Map.DIFFERENCE,)),
            "maps": lambda: page.toggle_map((Map.FIDELITY, Map.INVENTION)),
            "less_texture": lambda: page.inspector.nudge_texture(-TEXTURE_STEP),
            "more_texture": lambda: page.inspector.nudge_texture(TEXTURE_STEP),
            "save": page.save,
            "save_all": page.save_all,
            "pause": lambda: page.queue.pause(not page.queue.is_paused),
            "stop": self._stop,
            "upscale_page": lambda: self.show_page(self.page),
            "measure_page": self._show_measure,
            "panels": self._toggle_panels,
            "full_screen": lambda: self.showNormal() if self.isFullScreen() else self.showFullScreen(),
            "settings": lambda: self.show_page(self.settings),
            "shortcuts": lambda: self.show_page(self.shortcuts),
            "about": lambda: self.show_page(self.about),
            "quit": self.close,
        }

    def _fill_top(self) -> None:
        actions = self.actions_
        self._page_group = self._exclusive("upscale_page", "measure_page")
        self._view_group = self._exclusive(*ARRANGEMENTS)
        self.top.add_pages([actions["upscale_page"], actions["measure_page"]])
        self.top.add_stretch()
        icons = {"single": "square", "split": "square-half", "side": "columns", "grid": "squares-four"}
        self.top.add_segments([(actions[name], icon) for name, icon in icons.items()])
        for name, icon in (("loupe", "magnifying-glass"), ("difference", "plus-minus"), ("maps", "map-trifold")):
            self.top.add_tool(actions[name], icon)
        self.top.add_space()
        self.top.add_tool(actions["open"], "folder-open")
        self.top.add_tool(actions["settings"], "gear")
        self.top.add_tool(actions["shortcuts"], "question")

    def _exclusive(self, *names: str) -> QActionGroup:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for name in names:
            group.addAction(self.actions_[name])
        return group

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme)
        self.settings.surround_changed.connect(lambda: self._on_theme())
        self.page.arranged.connect(self._on_arranged)
        self.page.viewer.read_out.connect(self.bottom.readout.setText)
        self.page.queue.changed.connect(lambda _: self._show_saving())
        self.page.queue.ended.connect(self._on_ended)
        self.bottom.pause_asked.connect(self.actions_["pause"].trigger)
        self.bottom.stop_asked.connect(self._stop)
        self._link.ready.connect(self._on_ready)
        for page in (self.measure, self.settings, self.shortcuts, self.about):
            page.closed.connect(lambda: self.show_page(self.page))
        self.measure.reference_chosen.connect(self.page.show_reference)
        self.settings.about_asked.connect(lambda: self.show_page(self.about))

    # --- pages and looks ---

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.actions_["upscale_page"].setChecked(page is self.page)
        self.actions_["measure_page"].setChecked(page is self.measure)

    def _show_measure(self) -> None:
        self.measure.show_photo(self.page.scene.photo, self.page.inspector.choices().recipe)
        self.show_page(self.measure)

    def _on_theme(self) -> None:
        self.top.dress()
        self.page.viewer.canvas.surround = QColor(self._preferences.surround or self._theme.tokens.surround)
        self.page.viewer.canvas.update()
        self.page.strip.viewport().update()
        self._show_saving()

    def _on_arranged(self) -> None:
        scene = self.page.scene
        for name, arrangement in ARRANGEMENTS.items():
            self.actions_[name].setChecked(scene.arrangement is arrangement)
        shown = scene.layers[scene.focused].map
        self.actions_["difference"].setChecked(shown is Map.DIFFERENCE)
        self.actions_["maps"].setChecked(shown in (Map.FIDELITY, Map.INVENTION))

    def _turn_divider(self) -> None:
        self.page.scene.across = not self.page.scene.across
        self.page.arrange(Arrangement.SPLIT)

    def _toggle_panels(self) -> None:
        shown = self.page.inspector.isVisible()
        self.page.inspector.setVisible(not shown)
        self.page.strip.setVisible(not shown and self.page.photos.rowCount() > 0)
        self.top.setVisible(not shown)
        self.bottom.setVisible(not shown)

    # --- bringing photos in ---

    def paste(self) -> None:
        """Files or a picture from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        pasted = paths_of(data) or [path for path in [pasted_image(data)] if path]
        if pasted:
            self.open(pasted)
        else:
            self.page.viewer.notice.tell(self.tr("There is no picture in the clipboard."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.page.viewer.empty.invite(True)
            count = len(event.mimeData().urls())
            self.bottom.saving.setText(self.tr("Drop to open {}").format(count) if count else self.tr("Drop to open"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self._end_drag()
        data = event.mimeData()
        self.open(paths_of(data) or [path for path in [pasted_image(data)] if path])
        event.acceptProposedAction()

    def _end_drag(self) -> None:
        self.page.viewer.empty.invite(False)
        self._show_saving()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and self.pages.currentWidget() is self.page:
            self.page.step(step)
        else:
            super().keyPressEvent(event)

    # --- the engine and saving ---

    def _on_ready(self) -> None:
        from app.window.computer import look_at_computer

        self._link.submit(Request(look_at_computer, finished=self._on_devices, urgent=True))
        if self._left:
            text = self.tr("{} photos were not finished last time.").format(len(self._left))
            self.page.viewer.notice.tell(text, self.tr("Go on"), self._resume, stays=True)

    def _resume(self) -> None:
        self.page.photos.add([order.photo for order in self._left])
        self.open([order.photo for order in self._left])
        self.page.queue.add(self._left)

    def _on_devices(self, devices: list[Any]) -> None:
        best = devices[0]
        free = self.tr("{} free").format(file_size(best.free_memory))
        self.bottom.device.setText(f"{best.name}  ·  {free}")
        self.page.inspector.show_devices([(device.id, device.name) for device in devices])
        if self._preferences.speed:
            text = self.tr("On this computer: about {} for a 12-megapixel photo")
            self.page.viewer.empty.show_speed(text.format(duration(self._preferences.speed * 192)))

    def _show_saving(self) -> None:
        queue = self.page.queue
        current = queue.current
        if current is None:
            self.bottom.show_saving("", None)
            self.setWindowTitle("Fourfold")
            return
        done, total = len(queue.tickets) - queue.count(Stage.WAITING, Stage.RUNNING), len(queue.tickets)
        parts = [self.tr("{} of {}").format(done + 1, total), current.order.photo.name]
        left = queue.seconds_left()
        if queue.is_paused:
            parts.append(self.tr("paused"))
        elif left is not None:
            parts.append(self.tr("{} left").format(duration(left)))
        self.bottom.show_saving("   ".join(parts), current.share, paused=queue.is_paused)
        self.setWindowTitle(f"{current.share:.0%} {current.order.photo.name} – Fourfold")

    def _on_ended(self) -> None:
        queue = self.page.queue
        self._show_saving()
        saved, failed = queue.count(Stage.SAVED), queue.count(Stage.FAILED)
        if failed and len(queue.tickets) > 1:
            text = self.tr("{} saved, {} not. The list says why.").format(saved, failed)
            self.page.viewer.notice.warn(text, self.tr("Try again"), self._retry_failed)
        elif saved > 1:
            self.page.viewer.notice.tell(self.tr("All {} photos are saved.").format(saved))
        QApplication.alert(self)

    def _retry_failed(self) -> None:
        failed = [ticket.order for ticket in self.page.queue.tickets if ticket.stage is Stage.FAILED]
        self.page.queue.add(failed)

    def _stop(self) -> None:
        if self.page.queue.is_open:
            self.page.queue.stop()
        elif self.pages.currentWidget() is not self.page:
            self.show_page(self.page)
        elif self.isFullScreen():
            self.showNormal()

    # --- the end ---

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page.queue.is_open and not self._may_stop():
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        self.page.close_threads()
        self._link.close()
        event.accept()

    def _may_stop(self) -> bool:
        text = self.tr("Photos are being saved. Quit, and go on with them next time?")
        answer = QMessageBox.question(self, "Fourfold", text)
        return answer == QMessageBox.StandardButton.Yes
