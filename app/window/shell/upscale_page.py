"""The page one works on: photos at the left, the view in the middle, the choices at the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.window.canvas.minimap import MiniMap
from app.window.canvas.scene import Scene
from app.window.canvas.viewer import Viewer
from app.window.export.copying import ResultCopier, in_srgb
from app.window.export.journal import Journal
from app.window.export.queue import ExportQueue
from app.window.export.saver import Saver
from app.window.export.tickets import OPEN
from app.window.inspector.choices import Choices
from app.window.inspector.importing import import_task
from app.window.inspector.panel import Inspector
from app.window.inspector.preferences import Preferences
from app.window.photos.facts import said
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink, Request
from app.window.shell.comparison import MethodComparison
from app.window.shell.photo_list import PhotoList
from app.window.shell.save_commands import SaveCommands
from app.window.widgets.language import localised
from app.window.widgets.theme import Theme
from app.window.widgets.words import weights_filter
from engine.errors import FourfoldError
from engine.geometry import Size
from engine.jobs.advice import advise
from engine.jobs.sizing import MOST_PASSES
from engine.models import catalog

LIVE_DELAY = 60
"""Milliseconds that a slider must rest before the engine is asked anew."""


class UpscalePage(QWidget):
    """Joins its parts: the chosen photo of the ``list`` is shown by ``viewer`` and described by ``inspector``."""

    def __init__(self, theme: Theme, link: EngineLink, preferences: Preferences, journal: Journal) -> None:
        super().__init__()
        self._link = link
        self._preferences = preferences
        self.queue = ExportQueue(link, journal, lambda: self.list.photos.paths, self)
        self.scene = Scene(link, self)
        self.viewer = Viewer(theme, self.scene)
        self.map = MiniMap(self.scene)
        self.inspector = Inspector()
        notice = self.viewer.notice
        self.list = PhotoList(theme, self.queue, notice, preferences, self._size_after, self)
        self.comparison = MethodComparison(self.scene, self.inspector, self)
        self.copier = ResultCopier(link, notice, self)
        self.saver = Saver(self.queue, self.list.photos, self.inspector, notice, preferences, self)
        self.saving = SaveCommands(self.list, self.saver, self.queue, self.scene, self.inspector, notice, self)
        self._live = QTimer(self, singleShot=True, interval=LIVE_DELAY)
        self._lay_out()
        self._connect()
        self._start_with(preferences.choices)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.list.strip, 1)
        left.addWidget(self.map)
        layout.addLayout(left)
        layout.addWidget(self.viewer, 1)
        layout.addWidget(self.inspector)

    def _connect(self) -> None:
        self.list.loaded.connect(self._on_loaded)
        self.list.refused.connect(self._on_refused)
        self.list.counted.connect(self._on_counted)
        self.viewer.empty.open_asked.connect(self.list.open)
        self.viewer.empty.sample_asked.connect(self.list.open_samples)
        self.viewer.empty.recent.chosen.connect(lambda path: self.list.add([path]))
        self.viewer.refusal.again.clicked.connect(self.list.load_current)
        self.viewer.labels.chosen.connect(self.comparison.choose_layer)
        self.viewer.labels.output_chosen.connect(self.comparison.choose_output)
        self.comparison.changed.connect(self.viewer.labels.refresh)
        self.inspector.changed.connect(self._on_choices)
        self.inspector.import_asked.connect(self.import_model)
        self.scene.failed.connect(lambda _, sentence: self.viewer.notice.warn(sentence))
        self._live.timeout.connect(self._renew_results)
        self.queue.changed.connect(self._on_saving)

    def _start_with(self, choices: Choices) -> None:
        self.inspector.show_choices(choices)
        self.inspector.set_speed(self._preferences.speed)
        self.scene.method = choices.method
        self.scene.view = self.scene.view.with_model(self.inspector.choices().model)
        self.list.count()

    def close_threads(self) -> None:
        """End all threads, before the window goes."""
        self.list.close()
        self.viewer.empty.recent.close_thread()
        self.scene.close()

    # --- the photo shown ---

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        self.viewer.show_photo()
        advised = advise(photo.damage).model
        self.scene.show_photo(photo, self.inspector.models.suited(advised), self._shown_size(photo.size))
        self.inspector.show_photo(photo.path, photo.header, photo.format, advised, photo.damage)
        self.inspector.facts.show_facts(said(photo.header, photo.format, photo.facts))
        if not self.list.strip.hasFocus():
            self.viewer.canvas.setFocus()
        if photo.remarks:
            self.viewer.notice.tell(" ".join(map(localised, photo.remarks)))

    def _on_refused(self, sentence: str) -> None:
        self._show_nothing()
        self.viewer.show_refusal(sentence)

    def _on_counted(self, count: int) -> None:
        self.map.setVisible(count > 0)
        if count == 0:
            self.viewer.empty.recent.show_photos(self._preferences.recent)
            self._show_nothing()
            self.viewer.show_empty()

    def _show_nothing(self) -> None:
        self.scene.show_photo(None)
        self.inspector.show_nothing()

    def _size_after(self, size: Size) -> Size | None:
        """The size of the result of a photo of that size; None where the choices make no sense."""
        try:
            return self.inspector.choices().size.sizing().size_for(size)
        except FourfoldError:
            return None

    def _shown_size(self, photo: Size) -> Size:
        """The size at which the result of a photo is looked at: as it is saved, if a model reaches that."""
        wanted, usual = self._size_after(photo), photo.scaled(catalog.SCALE)
        most = usual.scaled(catalog.SCALE ** (MOST_PASSES - 1))
        return wanted if wanted and max(wanted) <= max(most) else usual

    # --- the parts ---

    def switch_focus(self) -> None:
        """From the photo to the choices or back, for hands that stay on the keyboard."""
        if self.inspector.isVisible() and not self.inspector.isAncestorOf(self.focusWidget()):
            self.inspector.models.focus()
        else:
            self.viewer.canvas.setFocus()

    def toggle_panels(self) -> bool:
        """Only the photo, or list and inspector beside it again; returns whether they are there now."""
        shown = not self.inspector.isVisible()
        self.inspector.setVisible(shown)
        for part in (self.list.strip, self.map):
            part.setVisible(shown and self.list.photos.rowCount() > 0)
        return shown

    # --- the choices ---

    def _on_choices(self, choices: Choices) -> None:
        self._preferences.choices = choices
        self.scene.view = replace(self.scene.view, advised=self.inspector.models.advised)
        self.comparison.follow(choices)
        self._live.start()
        self.list.strip.viewport().update()

    def _renew_results(self) -> None:
        self.scene.method = self.inspector.choices().method
        if self.scene.photo:
            self.scene.show_size(self._shown_size(self.scene.photo.size))

    def import_model(self) -> None:
        """Let the person choose weights to add to their own models."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Add a model"), "", weights_filter())
        if chosen:
            self.add_model(Path(chosen))

    def add_model(self, path: Path) -> None:
        """Have the engine check weights and add them to the person's own models; then choose them."""
        self._link.submit(Request(import_task(path), self._on_model_added, self._on_model_refused, urgent=True))

    def _on_model_added(self, entry: catalog.Entry) -> None:
        self.inspector.models.reload()
        self.inspector.choose_model(entry.id)

    def _on_model_refused(self, sentence: str, details: str) -> None:
        self.viewer.notice.warn(sentence, details=details)

    # --- results ---

    def _on_saving(self, photo: Path) -> None:
        ticket = self.queue.ticket(photo)
        if photo == self.list.current and ticket and ticket.stage not in OPEN:
            self.inspector.refresh()

    def copy_visible(self) -> None:
        """The view as one sees it, into the clipboard."""
        if self.scene.photo:
            seen = self.viewer.canvas.grab().toImage()
            seen.setColorSpace(self.scene.screen)
            QGuiApplication.clipboard().setImage(in_srgb(seen))
            self.viewer.notice.tell(self.tr("Copied what is visible."))

    def copy_result(self) -> None:
        """The whole result of the photo shown, into the clipboard."""
        if self.scene.photo:
            self.copier.copy(self.scene.photo, self.inspector.decided())
