"""The answers of a trial: their keys and their words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from app.window.widgets.language import tr
from trainer.study.design import Mode
from trainer.study.trials import Choice


@dataclass(frozen=True)
class Answer:
    """``sign`` is the key as it stands on the button before the words."""

    value: int
    key: Qt.Key
    sign: str
    words: str


def answers_of(mode: Mode) -> list[Answer]:
    """All that there are, from left to right."""
    if mode is Mode.PAIRS:
        return [
            Answer(Choice.LEFT, Qt.Key.Key_Left, "←", tr("Left is better")),
            Answer(Choice.EQUAL, Qt.Key.Key_Down, "↓", tr("Equal")),
            Answer(Choice.RIGHT, Qt.Key.Key_Right, "→", tr("Right is better")),
        ]
    words = [tr("Bad"), tr("Poor"), tr("Fair"), tr("Good"), tr("Excellent")]
    keys = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5]
    scores = enumerate(zip(keys, words, strict=True), 1)
    return [Answer(score, key, str(score), word) for score, (key, word) in scores]


def question(mode: Mode) -> str:
    """What is asked."""
    return tr("Which picture is better?") if mode is Mode.PAIRS else tr("How good is this picture?")


def example(answer: Answer) -> str:
    """What is said of a picture that shows what a score means."""
    return tr("An example: this is a {}, {}. Press {}.").format(answer.value, answer.words.lower(), answer.sign)
