"""From an address, or a number of workers to start here, to a client whose workers are ready for photos."""

from __future__ import annotations

import logging
import os
import pkgutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import resource_tracker

from distributed import Client, Nanny, Scheduler, Security, SpecCluster
from distributed.comm.addressing import parse_address, parse_host_port

from app.cluster.offering import Offering
from app.cluster.places import Place
from engine.errors import DeviceError, RequestError
from engine.version import VERSION

SECONDS_TO_ANSWER = 10
SECONDS_FOR_A_WORKER = 60
"""How long a scheduler may be silent, and without workers, which a queue of jobs may start a little after it."""
LOCAL = "127.0.0.1"
_VERSION = "engine.version:VERSION"


@contextmanager
def connected(scheduler: str | None, places: Sequence[Place], run: str) -> Iterator[Client]:
    """A client of the scheduler at that address; for None, of a cluster of this computer's own, with a worker at each
    place, which ends with the context. ``run`` names what is set up in the workers meanwhile. Raises DeviceError."""
    with ExitStack() as stack:
        address = scheduler or stack.enter_context(_local_cluster(places)).scheduler_address
        client = stack.enter_context(_client(address))
        _wait_for_a_worker(client, address)
        _check_versions(client)
        client.register_plugin(Offering(deaf=not scheduler), name=run)
        try:
            yield client
        finally:
            with suppress(OSError, TimeoutError):  # a scheduler that is gone
                client.unregister_worker_plugin(run)


@contextmanager
def _local_cluster(places: Sequence[Place]) -> Iterator[SpecCluster]:
    """Workers in processes of their own, which are started again when they die. Nobody else's computer is heard."""
    quiet = {"host": LOCAL, "dashboard": False, "dashboard_address": f"{LOCAL}:0"}
    scheduler = {"cls": Scheduler, "options": {**quiet, "protocol": "tcp://", "port": 0}}
    workers = {
        index: {
            "cls": Nanny,
            "options": {
                **quiet,
                "nthreads": place.threads,
                "env": place.environment,
                "memory_limit": None,  # the engine knows what a photo takes, and asks before
                "silence_logs": logging.CRITICAL,
            },
        }
        for index, place in enumerate(places)
    }
    with _signals_held():
        cluster = SpecCluster(workers=workers, scheduler=scheduler, silence_logs=logging.CRITICAL)
    with cluster:
        yield cluster


@contextmanager
def _signals_held() -> Iterator[None]:
    """What is started here never hears Ctrl-C or a closed terminal, which go to all its processes: the parent stops
    them in order. The parent itself hears a little later. Windows has no such masks."""
    if os.name == "nt":
        yield
        return
    resource_tracker.ensure_running()  # its start would let the signals through again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGHUP])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _client(address: str) -> Client:
    _check_address(address)
    try:
        return Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise DeviceError("No scheduler of Dask answers at {address}.", address=address) from error


def _check_address(address: str) -> None:
    """Raise RequestError for what can be no address: a client would go on trying to reach it."""
    protocol, place = parse_address(address)
    try:
        parse_host_port(place)
    except ValueError as error:
        raise RequestError(
            "{address} is no address of a scheduler, such as tcp://server:8786.", address=address
        ) from error
    if protocol == "tls" and not Security().get_connection_args("client").get("ssl_context"):
        raise RequestError(
            "{address} needs certificates, which Dask's configuration names under distributed.comm.tls.",
            address=address,
        )


def _wait_for_a_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
    except TimeoutError as error:
        raise DeviceError("The scheduler at {address} has no workers.", address=address) from error


def _check_versions(client: Client) -> None:
    """Raise DeviceError where the scheduler or a worker has another Fourfold than this one, or none."""
    try:
        found = {"the scheduler": client.run_on_scheduler(pkgutil.resolve_name, _VERSION)}
        found |= client.run(pkgutil.resolve_name, _VERSION)
    except ImportError as error:
        raise DeviceError("Not every computer of the cluster has Fourfold installed: {error}.", error=error) from error
    for place, version in found.items():
        if version != VERSION:
            raise DeviceError(
                "Here is Fourfold {own}, and {other} on {place}; the same version must be installed everywhere.",
                own=VERSION,
                other=version,
                place=place,
            )
