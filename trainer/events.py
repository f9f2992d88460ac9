"""What a training says while it runs: one value an event, into the run's log, as JSON lines, or on a terminal.

As JSON an event is its facts and, as ``event``, its name. What each command says::

    train         ReadingPhotos, PhotosChecked, TrainingStarted, then again and again StepsTaken, Validated,
                  CropsShown, CheckpointSaved; last TrainingFinished or TrainingStopped; in between TrainingWarning,
                  NetworkCompiled
    train --time  ReadingPhotos, last TrainingTimed
    verdict       Judging, last trainer.verdict.verdict.Verdict
    keep          ModelKept
    features      Downloading, last FeaturesFound
    study new     ImagesMade, last StudyMade

The last one may be WorkFailed instead, with status 1.

``event_lines`` writes and reads them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Self

from trainer.typed_json import typed

KINDS: dict[str, type[TrainerEvent]] = {}
"""By name in JSON; each adds itself."""


@dataclass(frozen=True)
class TrainerEvent:
    """One thing that is said. ``event`` is the name of its kind in JSON."""

    event: ClassVar[str]

    def __init_subclass__(cls, *, event: str) -> None:
        super().__init_subclass__()
        cls.event = event
        KINDS[event] = cls

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
class Teaching(TrainerEvent, event="teaching"):
    """How many pictures of how many the teacher has upscaled, before the first step."""

    done: int
    total: int


@dataclass(frozen=True)
class PhotosChecked(TrainerEvent, event="checked"):
    """What the look at the photos found."""

    text: str


@dataclass(frozen=True)
class TrainingStarted(TrainerEvent, event="started"):
    """``step`` is above 0 where it goes on; ``base`` names what it began from, ``features`` what texture is measured
    through, ``teacher`` whose results are learnt from, each "" where there is none; ``photos`` and ``held_out`` are
    counts.
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
    teacher: str = ""


@dataclass(frozen=True)
class Validated(TrainerEvent, event="validation"):
    """At step 0 where it began from a model, whose scores these are, then regularly; never without held-out photos.

    ``scores`` are of the held-out photos: psnr (luma, dB), consistency (dB), perceptual (a distance) where there are
    features, niqe where its parameters are given, phase ratio and lag-4 (of lattices), flat field (grey levels), and
    clean psnr and damaged psnr where the recipe damages them. ``sample`` is a picture of one
    held-out crop, relative to the run folder; ``samples/reference.png`` and ``samples/bicubic.png`` are the same crop
    as it is and as bicubic enlarges it. One that is not ``scheduled`` was made because the training was stopped: where
    it goes on, it is forgotten.
    """

    step: int
    scores: dict[str, float]
    sample: str = ""
    scheduled: bool = True


@dataclass(frozen=True)
class CropsShown(TrainerEvent, event="crops"):
    """What the network learnt from at a step. ``sheet`` is a picture, relative to the run folder, of ``crops`` squares
    one above the other, the last ``replayed`` of them not the person's: at the left each as the network got it, at the
    right what was to come of it. Old sheets are removed.
    """

    step: int
    sheet: str
    crops: int
    replayed: int


@dataclass(frozen=True)
class StepsTaken(TrainerEvent, event="step"):
    """Every two seconds or so. ``steps`` is how many there will be, ``seconds`` the time so far, ``left`` that to come;
    ``losses`` are means since the last such event. ``figures`` tell of the discriminator's heads as they are now: the
    share of the places told right, the norms of the gradients on the pixels, and the weights that follow from them.
    """

    step: int
    steps: int
    seconds: float
    left: float
    learning_rate: float
    losses: dict[str, float]
    figures: dict[str, float] = field(default_factory=dict)


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
class NetworkCompiled(TrainerEvent, event="compiled"):
    """After that step the network is compiled: the next one takes a minute or two longer, and those after it less."""

    step: int


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


@dataclass(frozen=True)
class ImagesMade(TrainerEvent, event="made"):
    """How many images of a study there are, and will be."""

    done: int
    total: int


@dataclass(frozen=True)
class StudyMade(TrainerEvent, event="study"):
    """Its folder."""

    path: str


Listener = Callable[[TrainerEvent], None]


class Events:
    """Hands every event to every listener, in order."""

    def __init__(self, *listeners: Listener) -> None:
        self.listeners = list(listeners)

    def say(self, event: TrainerEvent) -> None:
        """Tell all listeners."""
        for listener in self.listeners:
            listener(event)
