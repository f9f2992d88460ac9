"""Tab goes from one thing to the next as the eye does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_through(*parts: QWidget) -> None:
    """Let Tab go through these parts of one window in turn; within each its order stays."""
    in_turn = [widget for part in parts for widget in chain(part)]
    for before, after in pairwise(in_turn):
        QWidget.setTabOrder(before, after)


def chain(part: QWidget) -> Iterator[QWidget]:
    """Whatever of a part, itself included, can have the keyboard focus, as Tab comes to it.

    What lends its focus to another, as the line in a spin box, is left out.
    """
    window = part.window()
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        inside = widget is part or part.isAncestorOf(widget)
        if inside and widget.focusPolicy().value and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()
