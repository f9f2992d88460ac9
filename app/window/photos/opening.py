"""From what a person drops, pastes or chooses to photos: folders searched and photos decoded beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage

from app.window.photos.photo import LoadedPhoto, load_photo
from app.window.platform.background import Background, result_of
from app.window.widgets.language import localised
from engine.errors import FourfoldError
from engine.files.batch import Found, Gathered, gather
from engine.files.reading import open_photo

KEPT_BYTES = 700 * 2**20
"""Decoded photos kept beside the one shown, so that going back is instant."""
MOST_CHECKED = 500
"""Photos looked into before any is listed. More would let a person wait for seconds; what is wrong with the others is
found when they are seen."""


class Opener(QObject):
    """Keeps the photos decoded last.

    Signals: ``found(paths, sentences, news)``, the photos among what was given, what could not be looked into, and what
    was passed by (list[Path], list[str], list[str]); ``loaded(photo)``, a decoded photo (LoadedPhoto);
    ``refused(path, sentence)``, one that cannot be opened (Path, str).
    """

    found = Signal(list, list, list)
    loaded = Signal(LoadedPhoto)
    refused = Signal(Path, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Path, LoadedPhoto] = OrderedDict()
        self._wanted: Path | None = None
        self._search = Background(_search, self)
        self._search.done.connect(self._on_searched)
        self._decode = Background(_decode, self)
        self._decode.done.connect(self._on_decoded)

    def close(self) -> None:
        """End the threads."""
        self._search.close()
        self._decode.close()

    def search(self, paths: Iterable[Path]) -> None:
        """Find all photos among files and folders, also in folders inside."""
        self._search.ask(tuple(path.absolute() for path in paths))

    def load(self, path: Path) -> None:
        """Decode a photo, before all others; only the last one asked for is told of."""
        self._wanted = path
        if path in self._kept:
            self._kept.move_to_end(path)
            self.loaded.emit(self._kept[path])
        else:
            self._decode.want([path])

    def forget(self, path: Path) -> None:
        """Keep the decoded photo no longer."""
        self._kept.pop(path, None)

    def _on_searched(self, _: object, result: Gathered | FourfoldError) -> None:
        if isinstance(result, FourfoldError):
            self.found.emit([], [localised(result.sentence)], [])
            return
        failed = [localised(error.sentence) for _, error in result.failed]
        self.found.emit([photo.path for photo in result.photos], failed, [localised(each) for each in result.news])

    def _on_decoded(self, path: Path, result: LoadedPhoto | FourfoldError) -> None:
        if isinstance(result, LoadedPhoto):
            self._keep(result)
            if path == self._wanted:
                self.loaded.emit(result)
        else:
            self.refused.emit(path, localised(result.sentence))

    def _keep(self, photo: LoadedPhoto) -> None:
        self._kept[photo.path] = photo
        while len(self._kept) > 1 and sum(kept.bytes for kept in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)


def _search(paths: Hashable) -> Gathered:
    assert isinstance(paths, tuple)
    gathered = gather(paths, recursive=True)
    checked = [(found, _fault(found)) for found in gathered.photos[:MOST_CHECKED]]
    rest = gathered.photos[MOST_CHECKED:]
    gathered.photos = [found for found, fault in checked if fault is None] + rest
    gathered.failed += [(found.path, fault) for found, fault in checked if fault]
    return gathered


def _fault(found: Found) -> FourfoldError | None:
    """Why a file is no photo that could be opened, as far as its header tells."""
    result = result_of(open_photo, found.path)
    return result if isinstance(result, FourfoldError) else None


def _decode(path: Hashable) -> LoadedPhoto:
    assert isinstance(path, Path)
    return load_photo(path)


def paths_of(data: QMimeData) -> list[Path]:
    """The files and folders of a drop or of the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pictures_folder() -> Path:
    """Where pictures go that have no place of their own yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)) / "Fourfold"


def pasted_image(data: QMimeData) -> Path | None:
    """A picture of the clipboard as a file among the person's pictures, or None where there is no picture."""
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    if image.isNull():
        return None
    folder = pictures_folder()
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (target := folder / f"pasted {number}.png").exists():
        number += 1
    return target if image.save(str(target)) else None
