"""Files that a person opened and that are no photos: they are told and not listed."""

from __future__ import annotations

from app.window.widgets.language import tr
from app.window.widgets.notice import Notice

MOST_TOLD = 4
"""Sentences in one message, so that it stays a message."""


class LeftOut:
    """Says all of it in one message, which grows while more is found out."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._sentences: list[str] = []

    def begin(self, sentences: list[str]) -> None:
        """What is wrong with what was opened just now."""
        self._sentences = list(sentences)
        self._tell()

    def add(self, sentence: str) -> None:
        """One more file of those turned out to be none."""
        self._sentences.append(sentence)
        self._tell()

    def _tell(self) -> None:
        if self._sentences:
            self._notice.warn("\n".join(together(self._sentences)))


def together(sentences: list[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(sentences) - MOST_TOLD
    return [*sentences[:MOST_TOLD], tr("And {} more.").format(more)] if more > 0 else sentences
