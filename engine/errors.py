"""Every error the engine raises on purpose. Each message is one sentence a person can act on::

FourfoldError
|- PictureError          a photo or a result file
|  |- UnreadablePicture     missing, no permission, empty, not a picture, truncated, corrupt
|  |- UnsupportedPicture    a picture, but not for Fourfold: animated, too many pixels, an unknown pixel type
|  `- CannotSave            disk full, format limit, no permission, target in use
|- RequestError          what was asked makes no sense: a negative scale, a size nobody can write
|- ModelError            a model or its weights
|  |- UnknownModel          no model of that name, no such file
|  `- BadWeights            corrupt, unsafe, not finite, of another architecture
|- DeviceError           a device that is not there, or out of memory everywhere
|  `- CardLost               a card that cannot be used, or not any more: the CPU goes on
`- Unexpected            what a library raised and nobody foresaw, caught at the border of a photo
"""

from engine.sentences import Sentence


class FourfoldError(Exception):
    """Base of all, made as a ``Sentence`` is. ``sentence`` is for a person, without a traceback's words."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(self.sentence)


class PictureError(FourfoldError):
    """Something about one photo; the other photos of a batch go on."""


class UnreadablePicture(PictureError):
    """The file cannot be read as a picture."""


class UnsupportedPicture(PictureError):
    """The file is a picture that Fourfold does not upscale."""


class CannotSave(PictureError):
    """The result cannot be written; whatever was there before is untouched."""


class RequestError(FourfoldError):
    """The request itself is wrong."""


class ModelError(FourfoldError):
    """Something about a model."""


class UnknownModel(ModelError):
    """There is no such model."""


class BadWeights(ModelError):
    """The weights cannot be used."""


class DeviceError(FourfoldError):
    """The device cannot be used."""


class CardLost(DeviceError):
    """A card cannot be used, or not any more; the CPU can. Who computes hears of it, a person only of its sentence."""


class Unexpected(FourfoldError):
    """What nobody foresaw; its traceback belongs into the log."""
