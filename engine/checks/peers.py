"""Other runtimes that ``fourfold bench --against`` measures beside this engine. No torch."""

from __future__ import annotations

from enum import StrEnum


class Peer(StrEnum):
    """A runtime of others that takes a network as an ONNX graph."""

    OPENVINO = "openvino"
    ONNXRUNTIME = "onnxruntime"

    @property
    def label(self) -> str:
        """As its makers write it."""
        return {Peer.OPENVINO: "OpenVINO", Peer.ONNXRUNTIME: "ONNX Runtime"}[self]


def peers_named(text: str) -> tuple[Peer, ...]:
    """Those whose names stand in ``text``, with commas between them. Raises ValueError for another name."""
    return tuple(dict.fromkeys(Peer(name.strip()) for name in text.split(",")))
