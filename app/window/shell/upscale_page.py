"""The page one works on: photos at the left, the view in the middle, the choices at the right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from app.window.canvas.layers import BICUBIC, PHOTO, REFERENCE, Layer, Map
from app.window.canvas.panes import Arrangement
from app.window.canvas.scene import Scene
from app.window.canvas.viewer import Viewer
from app.window.export.copying import ResultCopier, in_srgb
from app.window.export.journal import Journal
from app.window.export.queue import ExportQueue, Stage, Ticket
from app.window.export.saver import Saver
from app.window.inspector.choices import Choices
from app.window.inspector.importing import import_task
from app.window.inspector.panel import Inspector
from app.window.inspector.preferences import Preferences
from app.window.photos.model import PhotoModel
from app.window.photos.opening import Opener
from app.window.photos.photo import LoadedPhoto
from app.window.photos.samples import copied_samples
from app.window.photos.strip import PhotoDelegate, PhotoStrip
from app.window.platform.desktop import show_in_folder
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.language import localised
from app.window.widgets.theme import Theme
from engine.errors import FourfoldError
from engine.geometry import Size
from engine.jobs.advice import advise
from engine.models import catalog
from engine.sentences import why

LIVE_DELAY = 60
"""Milliseconds that a slider must rest before the engine is asked anew."""
PATIENCE = 400
"""Milliseconds after which it is said that a photo is being opened."""


class UpscalePage(QWidget):
    """``arranged()`` when the view is laid out otherwise."""

    arranged = Signal()

    def __init__(
        self, theme: Theme, link: EngineLink, preferences: Preferences, journal: Journal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._removals: list[tuple[int, list[Path]]] = []
        self.opener = Opener(self)
        self.photos = PhotoModel(self)
        self.queue = ExportQueue(link, journal, self)
        self.scene = Scene(link, self)
        self.viewer = Viewer(theme, self.scene)
        self.copier = ResultCopier(link, self.viewer.notice, self)
        self.inspector = Inspector()
        self.saver = Saver(self.queue, self.photos, self.inspector, self.viewer.notice, preferences, self)
        self.strip = PhotoStrip(self.photos, PhotoDelegate(theme, self._ticket, self._size_after, self))
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.setInterval(LIVE_DELAY)
        self._live.timeout.connect(self._renew_results)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(PATIENCE)
        self._slow.timeout.connect(self._say_slow)
        self._opening = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.viewer, 1)
        layout.addWidget(self.inspector)
        self._connect()
        self._start_with(preferences.choices)

    def _connect(self) -> None:
        self.opener.found.connect(self._on_found)
        self.opener.loaded.connect(self._on_loaded)
        self.opener.refused.connect(self._on_refused)
        self.strip.selectionModel().currentChanged.connect(lambda index, _: self._show_row(index.row()))
        self.strip.removal_asked.connect(self.remove)
        self.strip.menu_asked.connect(self._show_menu)
        self.viewer.empty.open_asked.connect(self.open)
        self.viewer.empty.sample_asked.connect(self.open_samples)
        self.viewer.empty.recent_asked.connect(lambda path: self.add([path]))
        self.viewer.refusal.again.clicked.connect(lambda: self._show_row(self.strip.currentIndex().row()))
        self.viewer.labels.chosen.connect(self._choose_layer)
        self.inspector.changed.connect(self._on_choices)
        self.inspector.save_asked.connect(self.save)
        self.inspector.save_all_asked.connect(self.save_all)
        self.inspector.import_asked.connect(self.import_model)
        self.scene.failed.connect(lambda _, sentence: self.viewer.notice.warn(sentence))

    def _start_with(self, choices: Choices) -> None:
        self.inspector.show_choices(choices)
        self.inspector.set_speed(self._preferences.speed)
        self.scene.recipe = choices.recipe
        self.scene.view = self.scene.view.with_model(self.inspector.choices().model)
        self.viewer.empty.show_recent(self._preferences.recent)
        self._count_changed()

    def close_threads(self) -> None:
        for part in (self.opener, self.photos, self.scene):
            part.close()

    # --- photos ---

    def add(self, paths: Iterable[Path]) -> None:
        """Open files and folders."""
        self.opener.search(paths)

    def open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Open photos"))
        if chosen:
            self.add(map(Path, chosen))

    def open_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of photos"))
        if chosen:
            self.add([Path(chosen)])

    def open_samples(self) -> None:
        """Open copies of the pictures that come with Fourfold."""
        try:
            self.add(copied_samples())
        except OSError as error:
            self.viewer.notice.warn(self.tr("The samples were not copied: {}.").format(localised(why(error))))

    def remove(self, row: int) -> None:
        """Take a photo off the list; the file stays, and it can be undone."""
        path = self.photos.remove(row)
        self.queue.forget(path)
        self.opener.forget(path)
        self._removals.append((row, [path]))
        self._count_changed()
        text = self.tr("{} was taken off the list.").format(path.name)
        self.viewer.notice.tell(text, self.tr("Undo"), self.undo_removal)

    def undo_removal(self) -> None:
        """Bring back what was taken off the list last, as often as there was something."""
        if self._removals:
            row, paths = self._removals.pop()
            self.photos.add(paths, min(row, self.photos.rowCount()))
            self._count_changed()
            self._select(paths[0])

    def clear(self) -> None:
        """Empty the list, unless something is being saved."""
        if self.queue.is_open:
            self.viewer.notice.tell(self.tr("Photos are being saved; stop that first, or wait."))
            return
        if kept := self.photos.paths:
            self._removals.append((0, kept))
            self.photos.clear()
            self._count_changed()
            self.viewer.notice.tell(self.tr("The list was cleared."), self.tr("Undo"), self.undo_removal)

    def step(self, by: int) -> None:
        """Show the photo that many rows farther down."""
        row = self.strip.currentIndex().row() + by
        if 0 <= row < self.photos.rowCount():
            self.strip.setCurrentIndex(self.photos.index(row))

    @property
    def current(self) -> Path | None:
        index = self.strip.currentIndex()
        return self.photos.path(index.row()) if index.isValid() else None

    def _on_found(self, paths: list[Path], sentences: list[str]) -> None:
        new = self.photos.add(paths)
        for path in reversed(new[-3:]):
            self._preferences.add_recent(path)
        self._count_changed()
        if paths:
            self._select(new[0] if new else paths[0])
        if sentences:
            self.viewer.notice.warn("\n".join(sentences))
        elif not paths:
            self.viewer.notice.tell(self.tr("There are no photos in there."))

    def _select(self, path: Path) -> None:
        row = self.photos.row_of(path)
        if row is not None:
            self.strip.setCurrentIndex(self.photos.index(row))
            self.strip.scrollTo(self.photos.index(row))

    def _show_row(self, row: int) -> None:
        if row >= 0:
            self._slow.start()
            self.opener.load(self.photos.path(row))

    def _say_slow(self) -> None:
        if self.current:
            self._opening = self.tr("Opening {}…").format(self.current.name)
            self.viewer.notice.tell(self._opening, stays=True)

    def _say_opened(self) -> None:
        self._slow.stop()
        self.viewer.notice.take_back(self._opening)

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        if photo.path == self.current:
            self._say_opened()
            self.photos.set_problem(photo.path, "")
            self.viewer.show_photo()
            advised = advise(photo.damage).model
            self.scene.show_photo(photo, advised)
            self.inspector.show_photo(photo.path, photo.header, photo.format, advised, photo.damage)
            self.viewer.canvas.setFocus()

    def _on_refused(self, path: Path, sentence: str) -> None:
        self.photos.set_problem(path, sentence)
        if path == self.current:
            self._say_opened()
            self._show_nothing()
            self.viewer.show_refusal(sentence)

    def _show_nothing(self) -> None:
        self.scene.show_photo(None)
        self.inspector.show_nothing()

    def _count_changed(self) -> None:
        count = self.photos.rowCount()
        self.inspector.show_count(count)
        self.strip.setVisible(count > 0)
        if count == 0:
            self._say_opened()
            self._show_nothing()
            self.viewer.show_empty()

    def _size_after(self, size: Size) -> Size | None:
        try:
            return self.inspector.choices().size.sizing().size_for(size)
        except FourfoldError:
            return None

    def _show_menu(self, row: int, at: QPoint) -> None:
        path = self.photos.path(row)
        ticket = self._ticket(path)
        menu = QMenu(self)
        if ticket and ticket.target:
            menu.addAction(self.tr("Show the result in its folder"), lambda: show_in_folder(ticket.target))
        if ticket and ticket.stage in (Stage.FAILED, Stage.STOPPED):
            menu.addAction(self.tr("Try again"), lambda: self.queue.retry(path))
        menu.addAction(self.tr("Show the photo in its folder"), lambda: show_in_folder(path))
        menu.addSeparator()
        menu.addAction(self.tr("Take off the list"), lambda: self.remove(row))
        menu.addAction(self.tr("Clear the list"), self.clear)
        menu.exec(at)

    # --- looking ---

    def arrange(self, arrangement: Arrangement) -> None:
        self.scene.view = self.scene.view.arranged(arrangement)
        self.viewer.labels.refresh()
        self.arranged.emit()

    def show_reference(self, reference: LoadedPhoto) -> None:
        """Compare with a photo of the same that has more detail, in the first pane."""
        self.scene.show_reference(reference)
        self.arrange(Arrangement.SPLIT)
        self._choose_layer(0, Layer(REFERENCE))

    def show_in_focused(self, model: str) -> None:
        self._choose_layer(self.scene.view.focused, Layer(model))

    def toggle_map(self, kinds: tuple[Map, ...]) -> None:
        """Show the next of these maps in the focused pane, after the last one its method again."""
        layer = self.scene.view.chosen[self.scene.view.focused]
        after = kinds.index(layer.map) + 1 if layer.map in kinds else 0
        model = layer.model if layer.model not in (PHOTO, BICUBIC) else self.inspector.choices().model
        if after == len(kinds):
            self._choose_layer(self.scene.view.focused, Layer(layer.model))
            return
        faithful = (catalog.pair_of(model) or catalog.CLEAN).faithful
        other = faithful if kinds[after] is Map.INVENTION else BICUBIC
        self._choose_layer(self.scene.view.focused, Layer(model, kinds[after], other))

    def _choose_layer(self, index: int, layer: Layer) -> None:
        self.scene.view = self.scene.view.with_layer(index, layer)
        last = index == len(self.scene.view.layers) - 1
        if last and layer.map is None and layer.model != PHOTO and layer.model != self.inspector.choices().model:
            self.inspector.choose_model(layer.model)
        self.arranged.emit()

    def _on_choices(self, choices: Choices) -> None:
        self._preferences.choices = choices
        shown = self.scene.view.chosen[-1]
        if shown.model != choices.model and shown.map is None:
            self.scene.view = self.scene.view.with_model(choices.model)
        self._live.start()
        self.strip.viewport().update()

    def _renew_results(self) -> None:
        self.scene.recipe = self.inspector.choices().recipe

    def import_model(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a model"), "", self.tr("Weights (*.safetensors *.pth *.pt *.ckpt)")
        )
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

    # --- saving ---

    def save(self) -> None:
        """Save the result of the photo shown."""
        if self.current:
            self.saver.save([self.current])

    def save_all(self) -> None:
        self.saver.save(self.photos.paths)

    def _ticket(self, path: object) -> Ticket | None:
        return self.queue.ticket(path) if isinstance(path, Path) else None

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
