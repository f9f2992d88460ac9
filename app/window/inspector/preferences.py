"""What the window remembers between two starts."""

from __future__ import annotations

import getpass
from pathlib import Path
from statistics import median

import platformdirs
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.window.inspector.choices import Choices
from app.window.widgets.theme import ColourScheme

VERSION = 1
MOST_RECENT = 6
MOST_SPEEDS = 5


def data_folder() -> Path:
    """Where Fourfold keeps what is the person's own on this computer."""
    return platformdirs.user_data_path("fourfold", appauthor=False)


def _account() -> str:
    """The name of the person's account, an empty text where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


class Preferences:
    """Kept in one small file. What an older version wrote in another form is left behind."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or platformdirs.user_config_path("fourfold", appauthor=False) / "window.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        if self._settings.value("version", VERSION, int) != VERSION:
            self._settings.clear()
        self._settings.setValue("version", VERSION)

    @property
    def colour_scheme(self) -> ColourScheme:
        """The system's before a person chose one."""
        value = str(self._settings.value("look", ColourScheme.SYSTEM.value))
        return ColourScheme(value) if value in set(ColourScheme) else ColourScheme.SYSTEM

    @colour_scheme.setter
    def colour_scheme(self, scheme: ColourScheme) -> None:
        self._settings.setValue("look", scheme.value)

    @property
    def language(self) -> str:
        """A language code, or an empty text for the system's."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def surround(self) -> str:
        """The colour around the photo; empty for the theme's."""
        return str(self._settings.value("surround", ""))

    @surround.setter
    def surround(self, colour: str) -> None:
        self._settings.setValue("surround", colour)

    @property
    def choices(self) -> Choices:
        """Of the last session, or those to begin with where they cannot be read."""
        try:
            return Choices.from_json(str(self._settings.value("choices", "")))
        except (ValueError, TypeError, KeyError):
            return Choices()

    @choices.setter
    def choices(self, choices: Choices) -> None:
        self._settings.setValue("choices", choices.to_json())

    @property
    def speed(self) -> float | None:
        """Seconds that a megapixel of a result takes on this computer: the middle of the last few, so that one photo
        saved beside other work does not count for much. None before the first."""
        speeds = self._speeds
        return median(speeds) if speeds else None

    def add_speed(self, seconds: float) -> None:
        """Remember how long a megapixel took."""
        self._settings.setValue("speeds", [str(value) for value in [seconds, *self._speeds][:MOST_SPEEDS]])

    @property
    def _speeds(self) -> list[float]:
        value = self._settings.value("speeds", [])
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        try:
            return [float(text) for text in texts]
        except ValueError:
            return []

    @property
    def features(self) -> Path | None:
        """The file of VGG19's weights that a person chose, if it is still there."""
        path = Path(str(self._settings.value("features", "")))
        return path if path.is_file() else None

    @features.setter
    def features(self, path: Path) -> None:
        self._settings.setValue("features", str(path))

    @property
    def rater(self) -> str:
        """Who judged last; the name of the person's account before that."""
        return str(self._settings.value("rater", "")) or _account()

    @rater.setter
    def rater(self, name: str) -> None:
        self._settings.setValue("rater", name)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt keeps it; empty before the first time."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def photos_folder(self) -> Path:
        """Where photos were chosen last; the person's pictures before the first time or where that is gone."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        last = str(self._settings.value("photos_folder", pictures))
        return next((folder for folder in (Path(last), Path(pictures)) if folder.is_dir()), Path.home())

    @photos_folder.setter
    def photos_folder(self, folder: Path) -> None:
        self._settings.setValue("photos_folder", str(folder))

    @property
    def left_open(self) -> list[Path]:
        """Photos to open at the next start, because it is the same session in another language."""
        return self._files("left_open")

    @left_open.setter
    def left_open(self, photos: list[Path]) -> None:
        self._settings.setValue("left_open", [str(path) for path in photos])

    def sync(self) -> None:
        """Write all of it down now, for another Fourfold that starts."""
        self._settings.sync()

    def _files(self, name: str) -> list[Path]:
        """Those that are still there of a list of files; a list of one is a text."""
        value = self._settings.value(name, [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for path in map(Path, names) if path.is_file()]

    @property
    def recent(self) -> list[Path]:
        """Photos opened last, newest first, those that are still there."""
        return self._files("recent")

    def add_recent(self, path: Path) -> None:
        """Remember that a photo was opened."""
        kept = [path, *(other for other in self.recent if other != path)][:MOST_RECENT]
        self._settings.setValue("recent", [str(path) for path in kept])
