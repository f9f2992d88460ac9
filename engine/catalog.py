"""What models there are: an explicit list of what ships, the person's own folder, imported files. No torch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import platformdirs

from engine.cards import Card, read_card
from engine.errors import CannotSave, FourfoldError, ModelError, UnknownModel

WEIGHTS_SUFFIXES = (".safetensors", ".pth")


class Kind(StrEnum):
    """Where a model comes from."""

    RESAMPLING = "resampling"
    SHIPPED = "shipped"
    TRAINED = "trained"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Entry:
    """One model of the list. ``path`` and ``card`` are None for resampling, ``card`` also for foreign weights."""

    id: str
    title: str
    kind: Kind
    path: Path | None = None
    card: Card | None = None


RESAMPLING = (
    Entry("nearest", "Nearest neighbour", Kind.RESAMPLING),
    Entry("bicubic", "Bicubic", Kind.RESAMPLING),
)
SHIPPED = (("srresnet", "SRResNet", "srresnet-x4"), ("srgan", "SRGAN", "srgan-x4"))
"""Id, title and file name of the weights that come with Fourfold."""


def user_folder() -> Path:
    """The folder of the person's own models, whether or not it exists."""
    return platformdirs.user_data_path("fourfold", appauthor=False) / "models"


def entries() -> list[Entry]:
    """All models, in the order in which they are shown; a damaged file of the person's own is left out."""
    return list(_entries())


def find(name: str) -> Entry:
    """The model with that id, or the weights file at that path. Raises UnknownModel or BadWeights."""
    for entry in _entries():  # one after the other: a damaged file keeps nobody from the models before it
        if entry.id == name:
            return entry
    path = Path(name)
    if path.suffix.lower() in WEIGHTS_SUFFIXES:
        return _entry(path)
    known = ", ".join(entry.id for entry in entries())
    raise UnknownModel(f"There is no model called {name}; there are {known}, or give a weights file.")


def add(path: Path, name: str) -> Entry:
    """Copy a weights file among the person's own models under that id. ``models.import_model`` checks it first."""
    if name != Path(name).name or not name.strip(". "):
        raise ModelError(f"A model cannot be called {name!r}; give a name that can be a file's.")
    folder = user_folder()
    target = folder / (name + path.suffix.lower())
    if any(entry.id == name for entry in entries()):
        raise ModelError(f"There is a model called {name} already; choose another name.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.part")
        shutil.copyfile(path, temporary)
        temporary.replace(target)
    except OSError as error:
        raise CannotSave(f"The model was not added to {folder}: {error.strerror}.") from error
    return _entry(target)


def remove(name: str) -> None:
    """Delete one of the person's own models. Raises UnknownModel for any other."""
    for entry in _own():
        if entry.id == name and entry.path:
            entry.path.unlink()
            return
    raise UnknownModel(f"You have no model of your own called {name}.")


def _entries() -> Iterator[Entry]:
    yield from RESAMPLING
    yield from _shipped()
    yield from _own()


def _shipped() -> Iterator[Entry]:
    for name, title, stem in SHIPPED:
        path = Path(str(files("resources") / "weights" / f"{stem}.safetensors"))
        if path.is_file():
            yield Entry(name, title, Kind.SHIPPED, path, read_card(path))


def _own() -> Iterator[Entry]:
    for path in sorted(user_folder().glob("*")):
        if path.suffix.lower() in WEIGHTS_SUFFIXES:
            try:
                yield _entry(path)
            except FourfoldError:
                continue


def _entry(path: Path) -> Entry:
    if not path.is_file():
        raise UnknownModel(f"There is no weights file {path}.")
    card = read_card(path) if path.suffix.lower() == ".safetensors" else None
    kind = Kind.TRAINED if card else Kind.FOREIGN
    return Entry(path.stem, card.name if card else path.stem, kind, path, card)
