"""The photos at the left: brought in, taken off and back, and the chosen one decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.window.export.queue import ExportQueue
from app.window.inspector.preferences import MOST_RECENT, Preferences
from app.window.photos.choosing import choose_folder, choose_photos
from app.window.photos.model import PhotoModel
from app.window.photos.opening import Opener
from app.window.photos.photo import LoadedPhoto
from app.window.photos.samples import copied_samples
from app.window.photos.strip import PhotoDelegate, PhotoStrip
from app.window.shell.left_out import LeftOut, together
from app.window.shell.removals import Removals
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
        self._notice = notice
        self._preferences = preferences
        self._window = window
        self._queue = queue
        self._opening = self._removed = ""
        self._left_out = LeftOut(notice)
        self._shown: set[Path] = set()
        self._opener = Opener(self)
        self.photos = PhotoModel(lambda path: saving_state(queue.ticket(path)), self)
        self._removals = Removals(self.photos, queue, window)
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
        for path in reversed(new[:MOST_RECENT]):
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

    def select_all(self) -> None:
        """Select all photos, where the list is to be seen."""
        if self.strip.isVisible():
            self.strip.selectAll()

    @property
    def selected(self) -> list[Path]:
        """The photos that are selected, from the top; the one that is shown is among them."""
        return [self.photos.path(row) for row in self.strip.rows()]

    def remove_selected(self) -> None:
        """Take them off the list, where it is to be seen."""
        if self.strip.isVisible():
            self.remove(self.selected)

    def remove(self, paths: list[Path]) -> None:
        """Take photos off the list; the files stay, and it can be undone."""
        after = self._first_kept(paths)
        if not paths or not self._removals.remove(paths):
            return
        for path in paths:
            self._opener.forget(path)
        if after:
            self._select(after)
        self.count()
        one = self.tr("{} was removed from the list.").format(shown(paths[0].name))
        many = self.tr("Removed from the list: {} photos.").format(len(paths))
        self._removed = many if paths[1:] else one
        self._notice.tell(self._removed, self.tr("Undo"), self.undo_removal)

    def _first_kept(self, gone: list[Path]) -> Path | None:
        """The photo to show once those are gone: the one that is shown, else the next below it, else above."""
        paths, row = self.photos.paths, max(0, self.strip.currentIndex().row())
        leaving = set(gone)
        return next((path for path in [*paths[row:], *reversed(paths[:row])] if path not in leaving), None)

    def clear(self) -> None:
        """Empty the list."""
        self.remove(self.photos.paths)

    def undo_removal(self) -> None:
        """Bring back what was taken off the list last, as often as there was something."""
        self._notice.take_back(self._removed)
        if back := self._removals.undo():
            self.count()
            self._select(back[0])

    def bring_back(self, paths: list[Path]) -> None:
        """Have these in the list again, whatever they are now."""
        if away := [path for path in paths if self.photos.row_of(path) is None]:
            self.photos.add(away)
            self.add(away)
            self.count()

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
        self.photos.remove([path])
        self._opener.forget(path)
        self.count()
        self._left_out.add(sentence)
