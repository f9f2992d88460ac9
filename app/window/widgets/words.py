"""Numbers in the units people use, and what files are called."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.window.widgets.language import tr
from engine.geometry import Size
from engine.models.catalog import WEIGHTS_SUFFIXES


def megapixels(size: Size) -> str:
    """``12 MP``, with one decimal below ten; tiny pictures in pixels."""
    if size.pixels < 10_000:
        return pixels(size)
    value = size.pixels / 1e6
    digits = 0 if value >= 10 else 1 if value >= 0.1 else 2
    return f"{QLocale().toString(value, 'f', digits)} MP"


def pixels(size: Size) -> str:
    """``4000 × 3000``."""
    return f"{size.width} × {size.height}"


def file_size(count: float) -> str:
    """``340 MB``."""
    byte = tr("B")
    for unit, power in ((tr("GB"), 1e9), (tr("MB"), 1e6), (tr("KB"), 1e3)):
        if count >= power:
            value = count / power
            return f"{QLocale().toString(value, 'f', 0 if value >= 10 else 1)} {unit}"
    return f"{round(count)} {byte}"


def weights_filter() -> str:
    """What a dialog offers where weights are chosen: all that can be loaded, and nothing else."""
    return tr("Weights ({})").format(" ".join(f"*{suffix}" for suffix in WEIGHTS_SUFFIXES))


def duration(seconds: float) -> str:
    """``8 s``, ``1 min 40 s``, ``2 h 5 min``."""
    seconds = round(seconds)
    if seconds < 60:
        return tr("{} s").format(max(1, seconds))
    if seconds < 600:
        minutes, rest = divmod(round(seconds / 5) * 5, 60)
        return tr("{} min {} s").format(minutes, rest) if rest else tr("{} min").format(minutes)
    minutes = round(seconds / 60)
    if minutes < 90:
        return tr("{} min").format(minutes)
    hours, rest = divmod(minutes, 60)
    return tr("{} h {} min").format(hours, rest)


def decimal(value: float, digits: int, *, signed: bool = False) -> str:
    """A number as the person writes it, with a sign also where it is above zero if ``signed``."""
    text = QLocale().toString(abs(value), "f", digits)
    zero = round(value, digits) == 0
    sign = "" if zero else "−" if value < 0 else "+" if signed else ""
    return f"{sign}{text}"


def percent(share: float) -> str:
    """A share of one: ``40 %``."""
    return f"{QLocale().toString(share * 100, 'f', 0)} %"
