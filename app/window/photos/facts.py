"""What there is to know of a photo: read beside the window, said in the person's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtGui import QColorSpace

from app.window.widgets.language import tr
from app.window.widgets.words import decimal, file_size, megapixels, pixels
from engine.files.formats import Format
from engine.files.metadata.shot import Shot, shot_of
from engine.picture import Header
from engine.texts import shown

BETWEEN, JOINED = " · ", "\u00a0"
"""Between parts of a line, which may be broken there, and inside of one."""


@dataclass(frozen=True)
class Facts:
    """``bytes`` of the file; ``profile`` is the name of its colours, empty where the file tells none."""

    bytes: int
    profile: str
    shot: Shot


class Fact(NamedTuple):
    """A line: what it is about, and what is said of it, which may be names that others gave."""

    name: str
    text: str


def read_facts(path: Path, header: Header) -> Facts:
    """Of a file whose header has been read. Raises OSError."""
    icc = header.metadata.icc
    profile = QColorSpace.fromIccProfile(icc).description() if icc else ""
    return Facts(path.stat().st_size, profile, shot_of(header.metadata))


def said(header: Header, format: Format, facts: Facts) -> list[Fact]:
    """All that is known of a photo, in a few lines."""
    size, shot = header.size, facts.shot
    large = dict.fromkeys((pixels(size), megapixels(size)))  # which says the same of a tiny one
    lines = {
        tr("Size"): _whole(large),
        tr("Depth"): _depth(header),
        tr("Colours"): _colours(header, facts),
        tr("File"): _whole((format.label, file_size(facts.bytes))),
        tr("Camera"): shot.camera,
        tr("Lens"): shot.lens,
        tr("Exposure"): _whole(_exposure(shot)),
        tr("Taken"): _taken(shot),
    }
    return [Fact(name, shown(text)) for name, text in lines.items() if text]


def _whole(parts: Iterable[str]) -> str:
    """Parts in a line that is broken only between them."""
    return BETWEEN.join(part.replace(" ", JOINED) for part in parts)


def _depth(header: Header) -> str:
    bits = tr("{} bits a channel").format(header.depth)
    kind = tr("colour") if header.channels >= 3 else tr("grey")
    return _whole((bits, kind, *([tr("transparent")] if header.has_alpha else [])))


def _colours(header: Header, facts: Facts) -> str:
    if header.metadata.icc is None:
        return tr("sRGB, as the file says nothing else")
    return facts.profile or tr("A profile without a name")


def _exposure(shot: Shot) -> Iterator[str]:
    if shot.seconds:
        yield tr("{} s").format(_seconds(shot.seconds))
    if shot.aperture:
        yield f"f/{_short(shot.aperture)}"
    if shot.iso:
        yield f"ISO {shot.iso}"
    if shot.focal_length:
        yield f"{_short(shot.focal_length)} mm"


def _seconds(seconds: float) -> str:
    """As cameras say it: ``1/250`` where it is less than a third of a second."""
    return str(Fraction(1, round(1 / seconds))) if seconds < 1 / 3 else _short(seconds)


def _short(value: float) -> str:
    """With one decimal where there is one."""
    return decimal(value, 0 if abs(value - round(value)) < 0.05 else 1)


def _taken(shot: Shot) -> str:
    if shot.taken is None:
        return ""
    locale, taken = QLocale(), shot.taken
    day = locale.toString(QDate(taken.year, taken.month, taken.day), tr("d MMMM yyyy"))
    time = locale.toString(QTime(taken.hour, taken.minute), QLocale.FormatType.ShortFormat)
    return _whole((day, time))
