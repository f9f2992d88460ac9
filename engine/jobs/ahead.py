"""torch and what computes with it, which take a second to import, loaded while something else goes on.

Imports among our modules make no circle, and nothing that torch imports is ours: so two threads that import never wait
for each other.
"""

from __future__ import annotations

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import import_module

_PLACES = ("engine.compute.runner", "engine.models.loading", "engine.jobs.stages")


def begin_loading() -> None:
    """Load it on a thread of its own, unless that was begun before. The end of the process waits for it."""
    _begun()


def load() -> None:
    """Have it loaded. Raises what its import raised, also where that was begun before."""
    _begun().result()


@cache
def _begun() -> Future[None]:
    thread = ThreadPoolExecutor(1, "loading")
    loading = thread.submit(_import)
    thread.shutdown(wait=False)
    return loading


def _import() -> None:
    """Without looking for garbage meanwhile, which is a third of the time; and torch's million objects stay, so that
    nothing looks through them later.
    """
    gc.disable()
    try:
        for place in _PLACES:
            import_module(place)
    finally:
        gc.freeze()
        gc.enable()
