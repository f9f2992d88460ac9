"""Events as lines of JSON, and back.

A text is English. ``sentences`` of the same line says how it was made, by the name of the fact: template and values.
"""

from __future__ import annotations

import json
import math
from dataclasses import fields
from typing import Any

from engine.sentences import Sentence
from engine.texts import to_json as strict_json
from trainer.events import KINDS, TrainerEvent


def to_line(event: TrainerEvent) -> str:
    """An event as JSON, null for a number that is not finite. Beside a sentence, by its name in ``sentences``, stands
    how to say it in another language.
    """
    said = {each.name: getattr(event, each.name) for each in fields(event)}
    sentences = {name: fact.to_json() for name, fact in said.items() if isinstance(fact, Sentence)}
    facts = {"event": event.event, **event.to_json()}
    return strict_json(facts | {"sentences": sentences} if sentences else facts)


def from_line(line: str | bytes) -> TrainerEvent:
    """The event that ``to_line`` wrote, its sentences as they were. Raises ValueError for any other line, also for an
    event that is not known here.
    """
    facts = json.loads(line)
    kind = KINDS.get(str(facts.get("event"))) if isinstance(facts, dict) else None
    if kind is None:
        raise ValueError("a line of JSON that is no event")
    sentences = {name: Sentence.from_json(parts) for name, parts in facts.get("sentences", {}).items()}
    return kind.from_json({name: _numbers(fact) for name, fact in facts.items()} | sentences)


def _numbers(fact: Any) -> Any:
    """Figures by name, NaN where one was not finite."""
    if not isinstance(fact, dict):
        return fact
    return {name: math.nan if value is None else value for name, value in fact.items()}
