"""What a photo's row says of saving it, as the list draws it; who saves fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.window.widgets.tokens import Tokens


class Tone(Enum):
    """How a text is meant, which decides its colour. A good end and a bad one also have a mark on the picture."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"

    def colour(self, tokens: Tokens) -> str:
        """Its colour among the tokens in force."""
        colours = {Tone.GOOD: tokens.good, Tone.WARN: tokens.warn, Tone.BAD: tokens.bad}
        return colours.get(self, tokens.secondary)


@dataclass(frozen=True)
class SavingState:
    """``text`` stands below the name, in place of the sizes. ``share`` is done, from 0 to 1, None while nothing runs.

    ``failure`` is the sentence that says why there is no result.
    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    share: float | None = None
    failure: str = ""


NOT_SAVED = SavingState()
"""Of a photo that nobody asked to save."""
