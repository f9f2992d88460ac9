"""How a photo was taken, as its EXIF tells it: for a person to read, so what makes no sense is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engine.files.metadata import exif, true_exif
from engine.picture import Metadata

LONGEST = 80
"""Letters of a name; a longer one is no camera's."""

_MAKER, _MODEL = 271, 272
_SECONDS, _APERTURE, _ISO, _FOCAL_LENGTH, _LENS = 33434, 33437, 34855, 37386, 42036
_TAKEN, _DIGITISED = 36867, 36868


@dataclass(frozen=True)
class Shot:
    """``seconds`` the shutter was open, ``aperture`` is the f-number, ``focal_length`` in millimetres, ``taken`` by the
    camera's clock. None, or an empty text, for what is not told."""

    camera: str = ""
    lens: str = ""
    seconds: float | None = None
    aperture: float | None = None
    iso: int | None = None
    focal_length: float | None = None
    taken: datetime | None = None


def shot_of(metadata: Metadata) -> Shot:
    """What there is of it in a photo's metadata."""
    tags = true_exif.parsed(metadata.exif)
    if tags is None:
        return Shot()
    details = tags.children.get(true_exif.DETAILS, exif.Directory(tags.order))
    return Shot(
        _camera(_text(tags, _MAKER), _text(tags, _MODEL)),
        _text(details, _LENS),
        _fraction(details, _SECONDS),
        _fraction(details, _APERTURE),
        next(iter(details.numbers(_ISO)), 0) or None,
        _fraction(details, _FOCAL_LENGTH),
        _time(details, _TAKEN) or _time(details, _DIGITISED),
    )


def _camera(maker: str, model: str) -> str:
    """The model, after its maker unless it begins with that."""
    first = maker.partition(" ")[0]
    return model if model.lower().startswith(first.lower()) else f"{maker} {model}".strip()


def _text(tags: exif.Directory, tag: int) -> str:
    value = tags.values.get(tag)
    text = value.data.partition(b"\0")[0].decode("utf-8", "replace") if value else ""
    return text.strip()[:LONGEST]


def _fraction(tags: exif.Directory, tag: int) -> float | None:
    numbers = tags.numbers(tag)
    return numbers[0] / numbers[1] if len(numbers) == 2 and all(numbers) else None


def _time(tags: exif.Directory, tag: int) -> datetime | None:
    try:
        return datetime.strptime(_text(tags, tag), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
