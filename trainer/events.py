"""What a training says while it runs: one value an event, into the run's log, as JSON lines, or on a terminal.

As JSON an event is its facts and, as ``event``, its name. What each command says::

    train         ReadingPhotos, PhotosChecked, TrainingStarted, then again and again StepsTaken, Validated,
                  CheckpointSaved, TrainingWarning; last TrainingFinished or TrainingStopped
    train --time  ReadingPhotos, last TrainingTimed
    verdict       Judging, last trainer.verdict.verdict.Verdict
    keep          ModelKept
    features      Downloading, last FeaturesFound

The last one may be WorkFailed instead, with status 1.

A text is English. ``sentences`` of the same line says how it was made, by the name of the fact: template and values.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar, Self

from engine.sentences import Sentence
from engine.texts import to_json as strict_json
from trainer.typed_json import typed

_KINDS: dict[str, type[TrainerEvent]] = {}


@dataclass(frozen=True)
class TrainerEvent:
    """One thing that is said. ``event`` is the name of its kind in JSON."""

    event: ClassVar[str]

    def __init_subclass__(cls, *, event: str) -> None:
        super().__init_subclass__()
        cls.event = event
        _KINDS[event] = cls

    def to_json(self) -> dict[str, Any]:
        """The facts, as they are written."""
        return asdict(self)

    @classmethod
    def from_json(cls, facts: object) -> Self:
        """The event with these facts; others than its own are skipped. Raises ValueError for what does not fit."""
        return typed(cls, facts)


@dataclass(frozen=True)
class ReadingPhotos(TrainerEvent, event="reading"):
    """Photos are looked at, then read."""

    done: int
    total: int


@dataclass(frozen=True)
class PhotosChecked(TrainerEvent, event="checked"):
    """What the look at the photos found."""

    text: str


@dataclass(frozen=True)
class TrainingStarted(TrainerEvent, event="started"):
    """``step`` is above 0 where it goes on; ``base`` names what it began from, ``features`` what texture is measured
    through, both "" where there is none; ``photos`` and ``held_out`` are counts.
    """

    recipe: str = ""
    step: int = 0
    device: str = ""
    threads: int = 1
    processes: int = 1
    photos: int = 0
    held_out: int = 0
    base: str = ""
    features: str = ""


@dataclass(frozen=True)
class Validated(TrainerEvent, event="validation"):
    """At step 0 where it began from a model, whose scores these are, then regularly; never without held-out photos.

    ``scores`` are means over the held-out photos: psnr (luma, dB), consistency (dB), perceptual (a distance) where
    there are features, and clean psnr and damaged psnr where the recipe damages them. ``sample`` is a picture of one
    held-out crop, relative to the run folder; ``samples/reference.png`` and ``samples/bicubic.png`` are the same crop
    as it is and as bicubic enlarges it. One that is not ``scheduled`` was made because the training was stopped: where
    it goes on, it is forgotten.
    """

    step: int
    scores: dict[str, float]
    sample: str = ""
    scheduled: bool = True


@dataclass(frozen=True)
class StepsTaken(TrainerEvent, event="step"):
    """Every two seconds or so. ``steps`` is how many there will be, ``seconds`` the time so far, ``left`` that to come;
    ``losses`` are means since the last such event.
    """

    step: int
    steps: int
    seconds: float
    left: float
    learning_rate: float
    losses: dict[str, float]


@dataclass(frozen=True)
class CheckpointSaved(TrainerEvent, event="saved"):
    """``path`` is the checkpoint's."""

    step: int
    path: str = ""


@dataclass(frozen=True)
class TrainingWarning(TrainerEvent, event="warning"):
    """Something was not written, or is done otherwise, and the training goes on."""

    text: str


@dataclass(frozen=True)
class TrainingFinished(TrainerEvent, event="finished"):
    """``weights`` is the model's file; ``reason`` is steps, clock or no gain."""

    step: int
    weights: str = ""
    scores: dict[str, float] = field(default_factory=dict)
    reason: str = "steps"


@dataclass(frozen=True)
class TrainingStopped(TrainerEvent, event="stopped"):
    """It was told to stop, and can go on from here. ``weights`` is the file of the model so far."""

    step: int
    weights: str = ""
    scores: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class WorkFailed(TrainerEvent, event="failed"):
    """Why a command of the trainer's came to nothing."""

    text: str = ""


@dataclass(frozen=True)
class Estimate:
    """How long a fine-tune of so many steps takes."""

    minutes: float
    steps: int


@dataclass(frozen=True)
class TrainingTimed(TrainerEvent, event="timed"):
    """An estimate for each of the three lengths of a fine-tune."""

    seconds_per_step: float
    seconds_to_start: float
    device: str
    quick: Estimate
    balanced: Estimate
    thorough: Estimate

    @property
    def estimates(self) -> dict[str, Estimate]:
        """By the name of the length."""
        return {"quick": self.quick, "balanced": self.balanced, "thorough": self.thorough}


@dataclass(frozen=True)
class Judging(TrainerEvent, event="judging"):
    """How far a verdict is, in results of a model on a photo."""

    done: int
    total: int


@dataclass(frozen=True)
class ModelKept(TrainerEvent, event="kept"):
    """A model of the person's own, and its file."""

    name: str
    path: str


@dataclass(frozen=True)
class Downloading(TrainerEvent, event="downloading"):
    """In bytes."""

    done: int
    total: int


@dataclass(frozen=True)
class FeaturesFound(TrainerEvent, event="features"):
    """Where VGG19's weights are, "" where they are not here; ``size`` of the file in bytes."""

    path: str
    size: int


Listener = Callable[[TrainerEvent], None]


class Events:
    """Hands every event to every listener, in order."""

    def __init__(self, *listeners: Listener) -> None:
        self.listeners = list(listeners)

    def say(self, event: TrainerEvent) -> None:
        """Tell all listeners."""
        for listener in self.listeners:
            listener(event)


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
    kind = _KINDS.get(str(facts.get("event"))) if isinstance(facts, dict) else None
    if kind is None:
        raise ValueError("a line of JSON that is no event")
    sentences = {name: Sentence.from_json(parts) for name, parts in facts.get("sentences", {}).items()}
    return kind.from_json({name: _numbers(fact) for name, fact in facts.items()} | sentences)


def _numbers(fact: Any) -> Any:
    """Figures by name, NaN where one was not finite."""
    if not isinstance(fact, dict):
        return fact
    return {name: math.nan if value is None else value for name, value in fact.items()}
