"""ncnn on a card of any maker, by Vulkan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.compute.cards.runtimes import ComputeFailed
from engine.compute.cards.wire import INPUT, OUTPUT, Order, Tiles

_SOFTWARE = 3
"""ncnn's type of a device that is the CPU; a graphics card is 0, graphics within a processor 1, a virtual one 2."""
_NO_MEMORY = -100
"""What ncnn answers where memory does not suffice."""


def listed() -> Iterator[dict[str, object]]:
    """The cards that Vulkan knows."""
    import ncnn

    ncnn.create_gpu_instance()
    for index in range(ncnn.get_gpu_count()):
        info = ncnn.get_gpu_info(index)
        build = bytes(info.pipeline_cache_uuid()).hex()  # of the driver: its version alone is 1 for some
        yield {
            "index": index,
            "name": info.device_name(),
            "driver": f"ncnn {ncnn.__version__} {info.driver_version():x} {build}",
            "memory": ncnn.get_gpu_device(index).get_heap_budget() * 2**20,
            "software": info.type() == _SOFTWARE,
        }


def load(order: Order, weights: bytes) -> Any:
    """Numbers are stored in 16 bits where the order says so, and summed in 32."""
    import ncnn

    ncnn.create_gpu_instance()
    network = ncnn.Net()
    network.opt.use_vulkan_compute = True
    network.opt.use_fp16_packed = network.opt.use_fp16_storage = order.half
    network.opt.use_fp16_arithmetic = False  # would cost 25 dB
    network.opt.use_bf16_packed = network.opt.use_bf16_storage = False
    network.opt.num_threads = 1
    network.set_vulkan_device(order.card)
    if network.load_param_mem(order.layers) or network.load_model_mem(weights):
        raise ComputeFailed
    return network


def compute(network: Any, planes: Tiles) -> Tiles:
    """One tile."""
    extractor = network.create_extractor()
    extractor.input(INPUT, _mat(planes))
    status, result = extractor.extract(OUTPUT)
    if status == _NO_MEMORY:
        raise MemoryError
    if status:
        raise ComputeFailed
    return np.array(result)


def _mat(planes: Tiles) -> Any:
    """Planes (3, h, w) as ncnn holds them, in float32. Its channels begin at multiples of 16 bytes, so it has to make
    room for them itself.
    """
    import ncnn

    mat = ncnn.Mat(planes.shape[2], planes.shape[1], planes.shape[0])
    mat.numpy()[:] = planes
    return mat
