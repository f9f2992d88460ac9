"""What makes a worker of a Dask cluster one of Fourfold's: it offers two looks and one photo at a time."""

from __future__ import annotations

import os
import signal

from distributed import Status, Worker, WorkerPlugin

from app.cluster import work
from engine.version import VERSION

LOOK, PHOTO = "fourfold-look", "fourfold-photo"
"""Resources of a worker, for Dask's scheduler. A photo takes all threads of its worker, so there is one at a time."""
LOOKS = 2


class Offering(WorkerPlugin):
    """Set up in every worker, also in those that come later. One of another version offers nothing, and is left alone.

    ``deaf`` workers are left to their parent by a Ctrl-C that the terminal gives to all.
    """

    def __init__(self, deaf: bool) -> None:
        self._deaf = deaf
        self._version = VERSION

    async def setup(self, worker: Worker) -> None:
        """Torch, which is loaded later, computes with as many threads as the worker was given."""
        if self._version != VERSION:
            return
        for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ[name] = str(worker.state.nthreads)
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        if self._deaf:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        await worker.set_resources(**{LOOK: LOOKS, PHOTO: 1})
        _take_what_waits(worker)

    def teardown(self, worker: Worker) -> None:
        """The run is over: its models go, so that a cluster that stays has its memory back."""
        work.CACHE.clear()


def _take_what_waits(worker: Worker) -> None:
    """The scheduler gives what waited for a worker, where all had died, to one that begins to run; it does not look
    again when one comes to offer something."""
    if worker.status is Status.running:
        worker.status = Status.paused
        worker.status = Status.running
