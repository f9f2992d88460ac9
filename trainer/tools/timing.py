"""How long a training would take on this computer: ten of its steps, timed. Nothing is written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch

from trainer.data.crops import Crops
from trainer.data.photos import Pixels, find_photos, read_photo
from trainer.errors import BadPhotos
from trainer.events import Estimate, Events, ReadingPhotos, TrainingTimed
from trainer.recipes.cookbook import FINE_TUNE_LENGTHS
from trainer.run_folder import TrainingOrder
from trainer.train.beginning import beginning, features_for, judging_features, resolved
from trainer.train.distributed import World, device_named
from trainer.train.photo_choice import smallest_side
from trainer.train.photo_loading import filled_store
from trainer.train.teacher import teacher_for
from trainer.train.training import Training
from trainer.train.validation import Validator

_STEPS = 10
_PHOTOS = 12
"""Photos that stand for all."""
_LOOKS = 2
"""How often each photo is read before the first step: checked, then used."""


@dataclass(frozen=True)
class Timing:
    """Seconds a step, for each validation, from the start to the first step, and with a teacher for what it makes of
    the pixels that a step looks at.
    """

    device: str
    step: float
    validation: float
    start: float
    validate_every: int
    lesson: float = 0.0

    def minutes(self, steps: int) -> float:
        """Of a training of so many steps."""
        validations = 1 + steps // self.validate_every
        return (self.start + steps * (self.step + self.lesson) + validations * self.validation) / 60

    def event(self) -> TrainingTimed:
        """Rounded, with an estimate for each length of a fine-tune."""
        lengths = {
            name: Estimate(minutes=round(self.minutes(steps), 1), steps=steps)
            for name, steps in FINE_TUNE_LENGTHS.items()
        }
        return TrainingTimed(round(self.step, 4), round(self.start, 1), self.device, **lengths)


def time_training(order: TrainingOrder, events: Events) -> Timing:
    """Take ten steps of a training on a few of its photos. Raises what ``prepare`` raises."""
    begun = time.monotonic()
    training, order = _built(order)
    built = time.monotonic()
    paths = [path for path in find_photos(order.photos) if _name(order, path) not in order.leave_out]
    data, device = order.recipe.data, training.device
    photos = [*_read(paths, smallest_side(data), events)]
    if not photos:
        raise BadPhotos("None of the photos in {folder} that were tried can be used.", folder=order.photos)
    reading = (time.monotonic() - built) / min(len(paths), _PHOTOS)
    crops = Crops(filled_store(photos, len(photos), order.recipe, device), data, order.seed)
    held_out = min(max(round(len(paths) * data.held_out), 1), Validator.MOST)
    return Timing(
        device=str(device),
        step=_step_time(training, crops),
        validation=held_out * _validation_time(training, order, photos[0]),
        start=built - begun + _LOOKS * reading * len(paths),
        validate_every=order.recipe.schedule.validate_every,
        lesson=_lesson_time(order, crops, device),
    )


def _built(order: TrainingOrder) -> tuple[Training, TrainingOrder]:
    """The training before its first step, and its order with the dimensions of what it begins from."""
    device = device_named(order.device)
    torch.manual_seed(order.seed)
    generator = beginning(order).generator
    order = resolved(order, generator)
    return Training(order.recipe, generator, features_for(order), device, World()), order


def _name(order: TrainingOrder, path: Path) -> str:
    return path.relative_to(order.photos).as_posix()


def _read(paths: list[Path], smallest: int, events: Events) -> Iterator[Pixels]:
    """A few photos from all over the folder, without those that cannot be used."""
    few = paths[:: max(len(paths) // _PHOTOS, 1)][:_PHOTOS]
    with ThreadPoolExecutor() as readers:
        for done, photo in enumerate(readers.map(_readable, few), start=1):
            events.say(ReadingPhotos(done, len(few)))
            if photo is not None and min(photo.shape[:2]) >= smallest:
                yield photo


def _readable(path: Path) -> Pixels | None:
    try:
        return read_photo(path)
    except BadPhotos:
        return None


def _step_time(training: Training, crops: Crops) -> float:
    """Mean of ten steps after one that warms up. A step reads its loss, so a GPU has finished it."""
    patch, training.step = training.recipe.data.patch, training.recipe.adversary.head_start
    training.take_step(crops.batch(patch), 0.0)
    begun = time.monotonic()
    for _ in range(_STEPS):
        training.take_step(crops.batch(patch), 0.0)
    return (time.monotonic() - begun) / _STEPS


def _lesson_time(order: TrainingOrder, crops: Crops, device: torch.device) -> float:
    """Of the teacher, for one step's crops: of short trainings it is asked for about what they look at."""
    teacher = teacher_for(order, device)
    if teacher is None:
        return 0.0
    lr = crops.batch(order.recipe.data.patch).lr  # (N, 3, h, w)
    joined = lr.permute(0, 2, 3, 1).flatten(0, 1)  # (N * h, w, 3): all of them as one picture
    picture = joined.mul(255).round().to(torch.uint8).cpu().numpy()
    teacher.upscale(picture)
    begun = time.monotonic()
    teacher.upscale(picture)
    return time.monotonic() - begun


def _validation_time(training: Training, order: TrainingOrder, photo: Pixels) -> float:
    """Of one held-out photo."""
    validator = Validator([photo], order.recipe.network.scale, judging_features(order), training.device)
    begun = time.monotonic()
    validator.scores(training.folded_average())
    return time.monotonic() - begun
