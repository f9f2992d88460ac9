"""How a child ended, as one sentence with advice. No Qt objects, no processes."""

from __future__ import annotations

from dataclasses import dataclass

from app.window.widgets.language import tr

KILLED = 9
"""The signal by which a system short of memory ends a process."""


@dataclass(frozen=True)
class Ending:
    """``sentence`` is empty where the work was done, or stopped as told. ``details`` are for a report of the fault."""

    sentence: str = ""
    details: str = ""

    @property
    def good(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.sentence


def explain(status: int, errors: str, told: str = "", *, crashed: bool = False) -> Ending:
    """``status`` is the exit status, or the signal where it ``crashed``; ``errors`` what was written to standard error;
    ``told`` the sentence by which the child itself said why it failed.
    """
    if status == 0 and not crashed and not told:
        return Ending()
    return Ending(told or _sentence(status, errors, crashed), errors.strip())


def _sentence(status: int, errors: str, crashed: bool) -> str:
    if crashed:
        return _after_crash(status)
    if any(word in errors for word in ("MemoryError", "OutOfMemoryError", "can't allocate memory")):
        return tr("Memory ran out. Close other programs, then try again; what was saved is kept.")
    if "No space left on device" in errors:
        return tr("The disk is full. Free some space, then try again; what was saved is kept.")
    last = errors.strip().rpartition("\n")[2].strip()
    if "Traceback (most recent call last)" in errors:
        return tr("Something unexpected went wrong: {}").format(last)
    return last or tr("The work ended without saying why (status {}). What was saved is kept.").format(status)


def _after_crash(signal: int) -> str:
    if signal == KILLED:
        return tr(
            "The system ended the work, most often because memory ran out. "
            "Close other programs, then continue; what was saved is kept."
        )
    return tr("The work broke off (code {}). What was saved is kept; you can continue from there.").format(signal)
