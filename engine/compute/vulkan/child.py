"""The process that computes on a card. A driver may end it at any moment, and nothing but it.

It imports no torch. Tiles come in on a thread of their own and results leave on another, while the next one computes.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

import numpy as np

from engine.compute.vulkan.wire import (
    INPUT,
    LIST,
    NO_MEMORY,
    OUTPUT,
    Order,
    Tiles,
    read_order,
    read_tiles,
    write_tiles,
)
from engine.texts import to_json

_SOFTWARE = 3
"""ncnn's type of a device that is the CPU; a graphics card is 0, graphics within a processor 1, a virtual one 2."""
_NO_MEMORY = -100
"""What ncnn answers where memory does not suffice."""
_FAILED = 3
"""This process's exit code where the driver has given something up."""


def main(arguments: Sequence[str]) -> int:
    """List the cards, or compute until standard input ends. Returns an exit code."""
    _ignore_stops()
    results = _own_output()
    import ncnn

    ncnn.create_gpu_instance()
    if LIST in arguments:
        for index in range(ncnn.get_gpu_count()):
            results.write(to_json(_card(ncnn, index)).encode() + b"\n")
        results.flush()
    else:
        _serve(ncnn, sys.stdin.buffer, results)
    _end(0)
    return 0


def _card(ncnn: Any, index: int) -> dict[str, object]:
    """What ``cards.Card`` knows of a card."""
    info = ncnn.get_gpu_info(index)
    build = bytes(info.pipeline_cache_uuid()).hex()  # of the driver: its version alone is 1 for some
    return {
        "index": index,
        "name": info.device_name(),
        "driver": f"ncnn {ncnn.__version__} {info.driver_version():x} {build}",
        "memory": ncnn.get_gpu_device(index).get_heap_budget() * 2**20,
        "software": info.type() == _SOFTWARE,
    }


def _serve(ncnn: Any, orders: IO[bytes], results: IO[bytes]) -> None:
    """Compute what comes, in its order."""
    order, weights = read_order(orders)
    incoming: SimpleQueue[Tiles] = SimpleQueue()
    outgoing: SimpleQueue[Tiles] = SimpleQueue()
    threading.Thread(target=_read_all, args=(orders, order, incoming), daemon=True).start()
    threading.Thread(target=_write_all, args=(results, outgoing), daemon=True).start()
    network = _loaded(ncnn, order, weights)
    while True:
        outgoing.put(_computed(ncnn, network, incoming.get()).astype(order.dtype))


def _loaded(ncnn: Any, order: Order, weights: bytes) -> Any:
    network = ncnn.Net()
    network.opt.use_vulkan_compute = True
    network.opt.use_fp16_packed = network.opt.use_fp16_storage = order.half
    network.opt.use_fp16_arithmetic = False  # would cost 25 dB
    network.opt.use_bf16_packed = network.opt.use_bf16_storage = False
    network.opt.num_threads = 1
    network.set_vulkan_device(order.card)
    if network.load_param_mem(order.layers) or network.load_model_mem(weights):
        _end(_FAILED)
    return network


def _computed(ncnn: Any, network: Any, tiles: Tiles) -> Tiles:
    """(N, 3, h, w) to (N, 3, scale * h, scale * w) in float32, or NO_MEMORY."""
    results = []
    for planes in tiles:
        extractor = network.create_extractor()
        extractor.input(INPUT, _mat(ncnn, planes))
        status, result = extractor.extract(OUTPUT)
        if status == _NO_MEMORY:
            return NO_MEMORY
        if status:
            _end(_FAILED)
        results.append(np.array(result))
    return np.stack(results)


def _mat(ncnn: Any, planes: Tiles) -> Any:
    """Planes (3, h, w) as ncnn holds them, in float32. Its channels begin at multiples of 16 bytes, so it has to make
    room for them itself.
    """
    mat = ncnn.Mat(planes.shape[2], planes.shape[1], planes.shape[0])
    mat.numpy()[:] = planes
    return mat


def _read_all(orders: IO[bytes], order: Order, incoming: SimpleQueue[Tiles]) -> None:
    """Until the pipe ends, and this process with it, whatever it is doing."""
    with suppress(EOFError):
        while True:
            incoming.put(read_tiles(orders, order.dtype))
    _end(0)


def _write_all(results: IO[bytes], outgoing: SimpleQueue[Tiles]) -> None:
    with suppress(OSError):
        while True:
            write_tiles(results, outgoing.get())
    _end(0)


def _own_output() -> IO[bytes]:
    """Standard output for us alone: what drivers print goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def _ignore_stops() -> None:
    """A Ctrl-C in the terminal is for Fourfold, which ends this process by its pipe."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)


def _end(status: int) -> None:
    """At once: what drivers do while a process ends has brought down more than one."""
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
