"""What models there are: an explicit list of what ships, the person's own folder, imported files. No torch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import platformdirs

from engine.atomic import copy_whole
from engine.errors import CannotSave, FourfoldError, ModelError, UnknownModel
from engine.models.cards import Card, read_card
from engine.models.kinds import check_kind
from engine.sentences import why

WEIGHTS_SUFFIXES = (".safetensors", ".pth")
"""What weights can be loaded from."""
_REMOVED = ".removed"
"""Ends the name of a model's file that can still be restored."""


class Origin(StrEnum):
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
    origin: Origin
    path: Path | None = None
    card: Card | None = None


class ModelPair(NamedTuple):
    """Ids of two models of which one was trained from the other: every mix of them is a model too."""

    faithful: str
    textured: str


CLEAN = ModelPair("srresnet", "srgan")
"""For sharp photos without damage, as the paper takes them."""
PHOTO = ModelPair("srresnet-photo", "srgan-photo")
"""For photos with noise, compression or blur."""
_TEXTURE = {CLEAN: 0.85, PHOTO: 0.65}
"""Share of the textured model that looks best by eye: with all of it letters get rims, and heavy damage turns into
grain on skin, cloth and metal.
"""

NEAREST, BICUBIC = "nearest", "bicubic"
"""Ids of what needs no network."""
RESAMPLING = (
    Entry(NEAREST, "Nearest neighbour", Origin.RESAMPLING),
    Entry(BICUBIC, "Bicubic", Origin.RESAMPLING),
)
SHIPPED = (
    (CLEAN.faithful, "SRResNet", "srresnet-x4"),
    (CLEAN.textured, "SRGAN", "srgan-x4"),
    (PHOTO.faithful, "SRResNet for real photos", "srresnet-x4-photo"),
    (PHOTO.textured, "SRGAN for real photos", "srgan-x4-photo"),
)
"""Id, title and file name of the weights that come with Fourfold."""
AUTO, AUTO_TEXTURED, AUTO_FAITHFUL = OPEN = ("auto", "auto-textured", "auto-faithful")
"""Each stands for a model of the pair that ``jobs.advice`` finds to suit a photo. Plain ``auto`` leaves all to
Fourfold, which takes the one that it advises: the textured one but for text and graphics.
"""
SCALE = 4
"""How many times as wide and high as the photo a result is, where nobody asked for another size."""


def pair_of(model: str) -> ModelPair | None:
    """The pair that a model is of, if any."""
    return next((pair for pair in (CLEAN, PHOTO) if model in pair), None)


def decided(model: str, advised: str = CLEAN.textured) -> str:
    """What a model that is left open comes to for photos for which that one of a pair is advised; any other stays."""
    if model not in OPEN:
        return model
    pair = pair_of(advised) or CLEAN
    by_choice = {AUTO: advised if advised in pair else pair.textured, AUTO_TEXTURED: pair.textured}
    return by_choice.get(model, pair.faithful)


def needs_network(model: str) -> bool:
    """Whether a model is a network that has to be computed, and not only resampling."""
    return model not in (NEAREST, BICUBIC)


def is_textured(model: str) -> bool:
    """Whether a model is the textured one of a pair, so that it can be mixed with its partner for less texture."""
    pair = pair_of(model)
    return pair is not None and model == pair.textured


def default_texture(model: str) -> float | None:
    """The share of texture, 0 to 1, that a textured model has where nobody chose another; None for all others."""
    pair = pair_of(model)
    return _TEXTURE[pair] if pair and model == pair.textured else None


def texture_of(model: str, texture: float | None = None) -> float | None:
    """The share of texture, 0 to 1, that a result has where this one was chosen; None where the model has no such."""
    return default_texture(model) if texture is None or pair_of(model) is None else texture


def name_of(model: str, texture: float | None = None) -> str:
    """What results by a model are called after: its id, or its file's name without suffix; with another texture than
    its own, how many per cent of it, such as ``srgan-40``.

    Looks nothing up, so that a name can be shown while one types.
    """
    if texture not in (None, default_texture(model)) and (pair := pair_of(model)):
        return f"{pair.textured}-{100 * texture:.0f}"
    path = Path(model)
    return path.stem if path.suffix.lower() in WEIGHTS_SUFFIXES else model


def user_folder() -> Path:
    """The folder of the person's own models, whether or not it exists."""
    return platformdirs.user_data_path("fourfold", appauthor=False) / "models"


def entries() -> list[Entry]:
    """All models, in the order in which they are shown; a damaged file of the person's own is left out."""
    return list(_entries())


def find(name: str) -> Entry:
    """The model with that id or file name, or the weights file at that path. Raises UnknownModel or BadWeights."""
    for entry in _entries():  # lazily, so that a damaged file does not hide the models before it
        if _is_called(entry, name):
            return entry
    path = Path(name)
    if path.is_file():
        check_kind(path, WEIGHTS_SUFFIXES)
    if path.suffix.lower() in WEIGHTS_SUFFIXES:
        return _entry(path)
    known = ", ".join(entry.id for entry in entries())
    raise UnknownModel(
        "There is no model called {name}; there are {known}, or give a weights file.", name=name, known=known
    )


def add(path: Path, name: str) -> Entry:
    """Copy a weights file among the person's own models under that id. ``loading.import_model`` checks it first."""
    if name != Path(name).name or not name.strip(". "):
        raise ModelError("A model cannot be called {name!r}; give a name that can be a file's.", name=name)
    folder = user_folder()
    target = folder / (name + path.suffix.lower())
    if name in OPEN or any(_is_called(entry, name) for entry in entries()):
        raise ModelError("There is a model called {name} already; choose another name.", name=name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy_whole(path, target)
    except OSError as error:
        raise CannotSave("The model was not added to {folder}: {reason}.", folder=folder, reason=why(error)) from error
    return _entry(target)


def remove(name: str) -> Path:
    """Take one of the person's own models out of the list; returns where its file waits to be restored or unlinked.

    Raises UnknownModel for any other model, CannotSave where the file is in use.
    """
    for entry in _own():
        if entry.id == name and entry.path:
            removed = entry.path.with_name(f".{entry.path.name}{_REMOVED}")
            _rename(entry.path, removed)
            return removed
    raise UnknownModel("You have no model of your own called {name}.", name=name)


def restore(removed: Path) -> Entry:
    """Bring a removed model back. Raises ModelError where another took its name meanwhile, UnknownModel where it is
    gone for good.
    """
    target = removed.with_name(removed.name.removeprefix(".").removesuffix(_REMOVED))
    if not removed.is_file():
        raise UnknownModel("{name} is gone for good.", name=target.stem)
    if any(entry.id == target.stem for entry in entries()):
        raise ModelError("There is another model called {name} now; remove it first.", name=target.stem)
    _rename(removed, target)
    return _entry(target)


def purge() -> None:
    """Delete all removed models for good."""
    for removed in user_folder().glob(f".*{_REMOVED}"):
        removed.unlink(missing_ok=True)


def _rename(path: Path, target: Path) -> None:
    try:
        path.replace(target)
    except OSError as error:
        raise CannotSave("{name} cannot be moved: {reason}.", name=path.name, reason=why(error)) from error


def _is_called(entry: Entry, name: str) -> bool:
    return name == entry.id or (entry.path is not None and name == entry.path.stem)


def _entries() -> Iterator[Entry]:
    yield from RESAMPLING
    yield from _shipped()
    yield from _own()


def _shipped() -> Iterator[Entry]:
    for name, title, stem in SHIPPED:
        path = Path(str(files("resources") / "weights" / f"{stem}.safetensors"))
        if path.is_file():
            yield Entry(name, title, Origin.SHIPPED, path, read_card(path))


def _own() -> Iterator[Entry]:
    for path in sorted(user_folder().glob("*")):
        if path.suffix.lower() in WEIGHTS_SUFFIXES:
            try:
                yield _entry(path)
            except FourfoldError:
                continue


def _entry(path: Path) -> Entry:
    if not path.is_file():
        raise UnknownModel("There is no weights file {path}.", path=path)
    card = read_card(path) if path.suffix.lower() == ".safetensors" else None
    origin = Origin.TRAINED if card else Origin.FOREIGN
    return Entry(path.stem, card.name if card else path.stem, origin, path, card)
