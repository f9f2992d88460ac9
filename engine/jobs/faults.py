"""What libraries raise and nobody foresaw, turned into a sentence at the border of a photo."""

from __future__ import annotations

import errno

from engine.errors import DeviceError, FourfoldError, Unexpected
from engine.sentences import why

_LACKS_MEMORY = ("allocate", "out of memory", "not enough memory", "failed to map segment", "can't start new thread")
"""What libraries say, beside MemoryError, where memory or the limit set for it does not suffice."""
_LONGEST_REASON = 200


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
