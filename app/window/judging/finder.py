"""What a study says, computed beside the window."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from app.window.judging.methods import Offer, method_title, offer_of, titled
from app.window.widgets.language import localised
from trainer.study.design import ORIGINAL
from trainer.study.findings import StudyResult
from trainer.study.folder import StudyFolder


@dataclass(frozen=True)
class Finding:
    """A result with its methods named as on the screen, what to take from it as sentences in the person's language, and
    the model that is liked best, None where it is not here.
    """

    result: StudyResult
    sentences: list[str]
    best: Offer | None


def find(key: Hashable) -> Finding:
    """The finding of a number, by which it is known again, and the folder of a study. Raises BadStudy."""
    from trainer.study.result import conclusions, result_of  # scipy takes a second to load

    assert isinstance(key, tuple)
    path: Path = key[1]
    result = result_of(StudyFolder(path))
    models = [method for method in result.methods if method != ORIGINAL]
    named = titled(result, lambda method: method if method == ORIGINAL else method_title(method))  # which is left out
    sentences = [localised(each) for each in conclusions(named)]
    return Finding(titled(result, method_title), sentences, offer_of(models[0]) if models else None)
