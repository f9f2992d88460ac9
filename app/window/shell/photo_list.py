"""The photos at the left: brought in, taken off and back, and the chosen one decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.window.export.queue import ExportQueue, Stage
from app.window.inspector.preferences import Preferences
from app.window.photos.choosing import choose_folder, choose_photos
from app.window.photos.model import PhotoModel
from app.window.photos.opening import Opener
from app.window.photos.photo import LoadedPhoto
from app.window.photos.samples import copied_samples
from app.window.photos.strip import PhotoDelegate, PhotoStrip
from app.window.platform.desktop import show_in_folder
from app.window.shell.left_out import LeftOut, together
from app.window.shell.saving_rows import saving_state
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from app.window.widgets.theme import Theme
from engine.geometry import Size
from engine.sentences import why
from engine.texts import shown

PATIENCE = 400
"""Milliseconds after which it is said that a photo is being opened."""


class PhotoList(QObject):
    """``photos`` is the list as a model, ``strip`` the widget that shows it.

    Signals: ``loaded(photo)``, the chosen photo (LoadedPhoto); ``refused(sentence)``, why the chosen one cannot be
    opened; ``counted(count)``, how many there are now; ``chosen()``, when another photo is ``current``, or none.
    """

    loaded = Signal(LoadedPhoto)
    refused = Signal(str)
    counted = Signal(int)
    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        queue: ExportQueue,
        notice: Notice,
        preferences: Preferences,
        size_after: Callable[[Size], Size | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._queue = queue
        self._notice = notice
        self._preferences = preferences
        self._window = window
        self._removals: list[tuple[int, list[Path]]] = []
        self._opening = ""
        self._left_out = LeftOut(notice)
        self._shown: set[Path] = set()
        self._opener = Opener(self)
        self.photos = PhotoModel(lambda path: saving_state(queue.ticket(path)), self)
        self.strip = PhotoStrip(self.photos, PhotoDelegate(theme, size_after, window))
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._connect()

    def _connect(self) -> None:
        self._slow.timeout.connect(self._say_slow)
        self._opener.found.connect(self._on_found)
        self._opener.loaded.connect(self._on_loaded)
        self._opener.refused.connect(self._on_refused)
        self.photos.unreadable.connect(self._on_unreadable)
        self.strip.selectionModel().currentChanged.connect(self.load_current)
        self.strip.selectionModel().currentChanged.connect(self.chosen)
        self.photos.modelReset.connect(self.chosen)
        self.strip.removal_asked.connect(self.remove)
        self.strip.menu_asked.connect(self._show_menu)

    def close(self) -> None:
        """End the threads."""
        self._opener.close()
        self.photos.close()

    # --- bringing in ---

    def add(self, paths: Iterable[Path]) -> None:
        """Open files and folders."""
        self._opener.search(paths)

    def open(self) -> None:
        """Let the person choose files."""
        if chosen := choose_photos(self._window, self._preferences.photos_folder):
            self._preferences.photos_folder = chosen[0].parent
            self.add(chosen)

    def open_folder(self) -> None:
        """Let the person choose a folder."""
        if chosen := choose_folder(self._window, self._preferences.photos_folder):
            self._preferences.photos_folder = chosen
            self.add([chosen])

    def open_samples(self) -> None:
        """Open copies of the pictures that come with Fourfold."""
        try:
            self.add(copied_samples())
        except OSError as error:
            self._notice.warn(self.tr("The samples were not copied: {}.").format(localised(why(error))))

    def _on_found(self, paths: list[Path], sentences: list[str], news: list[str]) -> None:
        new = self.photos.add(paths)
        for path in reversed(new[-3:]):
            self._preferences.add_recent(path)
        self.count()
        if paths:
            self._select(new[0] if new else paths[0])
        self._left_out.begin([*sentences, *news] if sentences else [])
        if news and not sentences:
            self._notice.tell("\n".join(together(news)))
        elif not paths and not sentences:
            self._notice.tell(self.tr("There are no photos in there."))

    # --- taking off ---

    def remove(self, row: int) -> None:
        """Take a photo off the list; the file stays, and it can be undone."""
        path = self.photos.remove(row)
        self._queue.forget(path)
        self._opener.forget(path)
        self._removals.append((row, [path]))
        self.count()
        text = self.tr("{} was taken off the list.").format(shown(path.name))
        self._notice.tell(text, self.tr("Undo"), self.undo_removal)

    def clear(self) -> None:
        """Empty the list, unless something is being saved."""
        if self._queue.is_open:
            self._notice.tell(self.tr("Photos are being saved; stop that first, or wait."))
            return
        if kept := self.photos.paths:
            self._removals.append((0, kept))
            self.photos.clear()
            self.count()
            self._notice.tell(self.tr("The list was cleared."), self.tr("Undo"), self.undo_removal)

    def undo_removal(self) -> None:
        """Bring back what was taken off the list last, as often as there was something."""
        if self._removals:
            row, paths = self._removals.pop()
            self.photos.add(paths, min(row, self.photos.rowCount()))
            self.count()
            self._select(paths[0])

    def count(self) -> None:
        """Tell how many photos there are, and show the list only where there are some."""
        count = self.photos.rowCount()
        self.strip.setVisible(count > 0)
        if count == 0:
            self._say_opened()
        self.counted.emit(count)

    # --- the chosen one ---

    @property
    def current(self) -> Path | None:
        """The chosen photo, also before it is decoded."""
        index = self.strip.currentIndex()
        return self.photos.path(index.row()) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the photo that many rows farther down."""
        row = self.strip.currentIndex().row() + by
        if 0 <= row < self.photos.rowCount():
            self.strip.setCurrentIndex(self.photos.index(row))

    def load_current(self) -> None:
        """Decode the chosen photo, once more if it was refused."""
        if self.current:
            self._slow.start()
            self._opener.load(self.current)

    def _select(self, path: Path) -> None:
        row = self.photos.row_of(path)
        if row is not None:
            self.strip.setCurrentIndex(self.photos.index(row))
            self.strip.scrollTo(self.photos.index(row))

    def _say_slow(self) -> None:
        if self.current:
            self._opening = self.tr("Opening {}…").format(shown(self.current.name))
            self._notice.tell(self._opening, stays=True)

    def _say_opened(self) -> None:
        self._slow.stop()
        self._notice.take_back(self._opening)

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        if photo.path == self.current:
            self._say_opened()
            self.photos.set_problem(photo.path, "")
            self._shown.add(photo.path)
            self.loaded.emit(photo)

    def _on_refused(self, path: Path, sentence: str) -> None:
        self.photos.set_problem(path, sentence)
        if path == self.current:
            self._say_opened()
            self.refused.emit(sentence)

    def _on_unreadable(self, path: Path, sentence: str) -> None:
        """A file that never was a photo goes; one that no longer is, or is being saved, stays and says why."""
        row = self.photos.row_of(path)
        if row is None or path in self._shown or self._queue.ticket(path):
            self.photos.set_problem(path, sentence)
            return
        self.photos.remove(row)
        self._opener.forget(path)
        self.count()
        self._left_out.add(sentence)

    def _show_menu(self, row: int, at: QPoint) -> None:
        path = self.photos.path(row)
        ticket = self._queue.ticket(path)
        menu = QMenu(self._window)
        if ticket and ticket.target:
            menu.addAction(self.tr("Show the result in its folder"), lambda: show_in_folder(ticket.target))
        if ticket and ticket.stage in (Stage.FAILED, Stage.STOPPED):
            menu.addAction(self.tr("Try again"), lambda: self._queue.retry(path))
        menu.addAction(self.tr("Show the photo in its folder"), lambda: show_in_folder(path))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), lambda: self.remove(row))
        menu.addAction(self.tr("Clear the list"), self.clear)
        menu.exec(at)
