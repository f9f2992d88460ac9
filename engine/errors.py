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
`- Unexpected            what a library raised and nobody foresaw, caught at the border of a photo
"""

import errno

from engine.sentences import Sentence, why

_LACKS_MEMORY = ("allocate", "out of memory", "not enough memory", "failed to map segment", "can't start new thread")
"""What libraries say, beside MemoryError, where memory or the limit set for it does not suffice."""
_LONGEST_REASON = 200


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


class Unexpected(FourfoldError):
    """What nobody foresaw; its traceback belongs into the log."""


def told(error: Exception) -> FourfoldError:
    """Any exception as one that has a sentence for a person; for the borders beyond which one photo's fault must not
    go."""
    if isinstance(error, FourfoldError):
        return error
    reason = " ".join(str(error).split())[:_LONGEST_REASON].rstrip(" .")
    if _lacks_memory(error, reason.lower()):
        return DeviceError("There is not enough free memory; close other programs, or allow this one more.")
    if isinstance(error, OSError) and error.errno:
        reason = why(error)
    return Unexpected("Something unexpected went wrong: {reason}.", reason=reason or type(error).__name__)


def _lacks_memory(error: Exception, reason: str) -> bool:
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    return any(words in reason for words in _LACKS_MEMORY)
