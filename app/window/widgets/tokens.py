"""Colours and measures of the window: plain data from which the one style sheet is built."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One set of colours. Everything near the photo is neutral grey, so that its colours are judged truly."""

    window: str
    panel: str
    raised: str
    line: str
    track: str
    text: str
    secondary: str
    disabled: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    surround: str
    selected: str


DARK = Tokens(
    window="#1e1e1e",
    panel="#252525",
    raised="#303030",
    line="#3c3c3c",
    track="#3c3c3c",
    text="#e8e8e8",
    secondary="#a6a6a6",
    disabled="#5c5c5c",
    accent="#5aa2ff",
    on_accent="#10161f",
    good="#5fb878",
    warn="#d8a23f",
    bad="#ec6a5e",
    surround="#161616",
    selected="#3a3a3a",
)
LIGHT = Tokens(
    window="#f2f2f2",
    panel="#fafafa",
    raised="#ffffff",
    line="#d4d4d4",
    track="#d4d4d4",
    text="#1b1b1b",
    secondary="#5a5a5a",
    disabled="#b0b0b0",
    accent="#1763c6",
    on_accent="#ffffff",
    good="#1e7d3c",
    warn="#8a5a00",
    bad="#b3261e",
    surround="#e2e2e2",
    selected="#e4e4e4",
)
CONTRAST = Tokens(
    window="#000000",
    panel="#000000",
    raised="#000000",
    line="#ffffff",
    track="#5c5c5c",
    text="#ffffff",
    secondary="#ffffff",
    disabled="#7d7d7d",
    accent="#ffe14d",
    on_accent="#000000",
    good="#7dff9a",
    warn="#ffd75e",
    bad="#ff9d94",
    surround="#000000",
    selected="#3d3d00",
)

CONTROL = 28
RADIUS = 6
TEXT = 13
SMALL = 11
LIST_WIDTH = 128
INSPECTOR_WIDTH = 288
SCROLL_BAR = 10
