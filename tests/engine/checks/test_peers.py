"""Other runtimes get this engine's own graph, and a person is told which of them is not there."""

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
import torch

from engine.checks import benchmark, peer_runtimes
from engine.checks.benchmark import Scope, bench
from engine.checks.peer_runtimes import Runtime, peer_networks, way_of
from engine.checks.peers import Peer, peers_named
from engine.checks.report import Figure, against_peers
from engine.compute.devices import Precision, cpu
from engine.compute.fidelity import psnr
from engine.geometry import Size
from engine.models.dimensions import Dimensions
from tests.engine.making import generator, model, noise

SMALL = Dimensions(blocks=1, width=8)


@pytest.mark.parametrize("peer", Peer)
def test_a_runtime_computes_the_same(peer: Peer) -> None:
    for module in (peer, "onnx"):
        pytest.importorskip(module)
    network, planes = generator(SMALL, dtype=torch.float32), noise(1, 3, 12, 16, dtype=torch.float32)
    networks, notes = peer_networks([peer], network, planes, [torch.float32])
    theirs = networks[way_of(peer, torch.float32)]
    result = theirs(planes)
    assert psnr(result, network(planes)) > 100 and not notes
    assert torch.equal(result, theirs(planes))


def test_a_peer_is_timed_beside_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[torch.dtype] = []
    shapes: list[tuple[int, ...]] = []

    def start(graph: bytes, dtype: torch.dtype) -> Callable[..., object]:
        started.append(dtype)

        def compute(array: np.ndarray) -> np.ndarray:
            shapes.append(array.shape)
            return network(torch.from_numpy(array)).numpy()

        return compute

    small = model(SMALL)
    network = small.network
    monkeypatch.setattr(benchmark, "QUICK", Scope(Size(24, 20), 2, Size(68, 84), 1, 64))
    monkeypatch.setattr(benchmark, "_PEER_TILE", 60)
    monkeypatch.setattr(peer_runtimes, "to_onnx", lambda *_: b"graph")
    monkeypatch.setitem(peer_runtimes.RUNTIMES, Peer.OPENVINO, Runtime((torch.float32,), start))
    report = bench(cpu(), Precision.FLOAT32, quick=True, model=small, against=[Peer.OPENVINO])
    assert started == [torch.float32, torch.float32]
    for work in ("tile 24 x 20", "photo 68 x 84"):
        figures = {each.way: each for each in report.figures if each.work == work}
        assert figures["OpenVINO float32"].psnr > 100  # type: ignore[operator]
        ratio = figures["OpenVINO float32"].seconds / figures["Fourfold float32"].seconds
        assert report.against[work] == {"OpenVINO float32": pytest.approx(ratio)}
    assert len({*shapes}) == 2 and shapes.count(shapes[-1]) == 6  # a photo is of tiles of one shape


def test_a_runtime_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> object:
        raise ModuleNotFoundError("No module named 'openvino'")

    monkeypatch.setattr(peer_runtimes, "to_onnx", lambda *_: b"graph")
    monkeypatch.setitem(peer_runtimes.RUNTIMES, Peer.OPENVINO, Runtime((torch.float32,), missing))  # type: ignore[arg-type]
    networks, notes = peer_networks([Peer.OPENVINO], generator(SMALL), noise(1, 3, 8, 8), [torch.float32])
    assert not networks and notes == ["OpenVINO was not measured: pip install fourfold[peers] brings what it takes."]


def test_each_is_compared_in_its_own_precision() -> None:
    def figure(way: str, seconds: float) -> Figure:
        return Figure("tile", way, seconds, 1.0, 1.0, 0.5, None, 0)

    ways = {"plain float32": 8.0, "Fourfold float32": 4.0, "Fourfold bfloat16": 1.0, "OpenVINO bfloat16": 1.5}
    assert against_peers(figure(*each) for each in ways.items()) == {"tile": {"OpenVINO bfloat16": 1.5}}


def test_names_on_the_command_line() -> None:
    assert peers_named("onnxruntime, openvino,openvino") == (Peer.ONNXRUNTIME, Peer.OPENVINO)
    command = [sys.executable, "-m", "app", "bench", "--against", "ncnn"]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.returncode == 2 and "one or more of openvino, onnxruntime, not ncnn" in told.stderr
