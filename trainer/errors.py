"""Every error the trainer raises on purpose, each message one sentence a person can act on::

FourfoldError
`- TrainerError
   |- BadRecipe          a recipe that makes no sense, an unknown name or setting
   |- BadPhotos          no photos, too few, too small, a folder that is gone
   |- BadRun             a run folder that cannot be continued or is already there
   |- BadStudy           a study that cannot be made, rated, merged or read
   |- MissingFeatures    VGG19's weights are needed and not there, or damaged
   `- TrainingFailed     the loss left the finite numbers, or memory ran out
"""

from __future__ import annotations

from engine.errors import FourfoldError


class TrainerError(FourfoldError):
    """Base of the trainer's own errors."""


class BadRecipe(TrainerError):
    """The recipe makes no sense."""


class BadPhotos(TrainerError):
    """The photos cannot be trained on."""


class BadRun(TrainerError):
    """The run folder cannot be used."""


class BadStudy(TrainerError):
    """The study cannot be made or used."""


class MissingFeatures(TrainerError):
    """A network that the losses or metrics need is not there."""


class TrainingFailed(TrainerError):
    """The training cannot go on."""
