"""This engine's own graph of a network, its tail rewritten, run by other runtimes on the same CPU and threads."""

from __future__ import annotations

import copy
import io
import warnings
from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

import torch
from torch import Tensor

from engine.checks.peers import Peer
from engine.checks.photo_work import PlanesToPlanes
from engine.compute.cuda import PreparedGenerator
from engine.models.networks import Generator

Compute = Callable[[Any], Any]
"""An array (N, 3, h, w) in float32 to one (N, 3, scale * h, scale * w)."""


class Runtime(NamedTuple):
    """How a runtime makes a computation of an ONNX file and a number format, one of its ``dtypes``.

    ``start`` raises ImportError where the runtime is not installed.
    """

    dtypes: Collection[torch.dtype]
    start: Callable[[bytes, torch.dtype], Compute]


class PeerNetworks(NamedTuple):
    """A network in the runtimes that are there, by what they are called in a report, and a sentence for each that is
    not.
    """

    networks: dict[str, PlanesToPlanes]
    notes: list[str]


def peer_networks(
    peers: Iterable[Peer], generator: Generator, planes: Tensor, dtypes: Collection[torch.dtype]
) -> PeerNetworks:
    """``generator`` in the runtimes of ``peers``, in those of ``dtypes`` that each of them has, for planes
    (N, 3, h, w) of one shape, that of ``planes``.
    """
    found, graph = PeerNetworks({}, []), b""
    for peer in peers:
        runtime = RUNTIMES[peer]
        try:
            graph = graph or to_onnx(generator, planes)
            computes = {dtype: runtime.start(graph, dtype) for dtype in dtypes if dtype in runtime.dtypes}
        except ImportError:
            found.notes.append(f"{peer.label} was not measured: pip install fourfold[peers] brings what it takes.")
            continue
        found.networks.update({way_of(peer, dtype): _of_tensors(each) for dtype, each in computes.items()})
    return found


def way_of(peer: Peer, dtype: torch.dtype) -> str:
    """What a runtime is called in a report."""
    return f"{peer.label} {str(dtype).removeprefix('torch.')}"


def to_onnx(generator: Generator, planes: Tensor) -> bytes:
    """A generator as an ONNX file for planes of that shape. Raises ImportError where the package onnx is missing."""
    import onnx  # noqa: F401  torch's exporter needs it, and would raise an error of its own

    network = PreparedGenerator(copy.deepcopy(generator)).to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's newer exporter would need one more package
        torch.onnx.export(network, (planes,), file, dynamo=False, input_names=["lr"])  # type: ignore[arg-type]
    return file.getvalue()


def _of_tensors(compute: Compute) -> PlanesToPlanes:
    return lambda planes: torch.from_numpy(compute(planes.numpy()))


def _openvino(graph: bytes, dtype: torch.dtype) -> Compute:
    import openvino

    core = openvino.Core()
    settings = {
        "INFERENCE_PRECISION_HINT": "bf16" if dtype == torch.bfloat16 else "f32",
        "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        "PERFORMANCE_HINT": "LATENCY",
    }
    compiled = core.compile_model(core.read_model(graph), "CPU", settings)
    return lambda array: compiled(array)[0].copy()  # it would write the next result into the same memory


def _onnxruntime(graph: bytes, dtype: torch.dtype) -> Compute:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return lambda array: session.run(None, {"lr": array})[0]


RUNTIMES = {
    Peer.OPENVINO: Runtime((torch.float32, torch.bfloat16), _openvino),
    Peer.ONNXRUNTIME: Runtime((torch.float32,), _onnxruntime),
}
