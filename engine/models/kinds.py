"""What a file is that was given as weights and holds none, by its first bytes and its ending. No torch."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from engine.errors import BadWeights
from engine.sentences import Sentence, why

_HEAD = 2048
"""Bytes looked at; the signs stand at the very beginning, those of a web page after a few blank lines."""

_SIGNS = (
    (b"version https://git-lfs", Sentence("a pointer of Git LFS without the weights themselves")),
    (b"7767517", Sentence("half of an ncnn model")),
    (b"\x89HDF", Sentence("a Keras model")),
    (b"GGUF", Sentence("a GGUF model")),
    (b"7z\xbc\xaf\x27\x1c", Sentence("an archive that must be unpacked first")),
    (b"Rar!", Sentence("an archive that must be unpacked first")),
    (b"\x1f\x8b", Sentence("an archive that must be unpacked first")),
)
"""What files begin with."""
_PAGE = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<script")
_ENDINGS = {
    ".onnx": Sentence("an ONNX model"),
    ".param": Sentence("half of an ncnn model"),
    ".bin": Sentence("half of an ncnn model"),
    ".ckpt": Sentence("a checkpoint of a training"),
    ".h5": Sentence("a Keras model"),
    ".tflite": Sentence("a TensorFlow Lite model"),
    ".pb": Sentence("a TensorFlow model"),
    ".engine": Sentence("a TensorRT model"),
}
"""What files are that end so, where their beginning says nothing else."""
_UNKNOWN = Sentence("a file whose ending does not say what it holds")
"""All other endings, that of PyTorch's ``.pt`` too, which may be a program as well as weights."""


def check_kind(path: Path, endings: Collection[str]) -> None:
    """Raise BadWeights where a file is seen to be something else than weights, which have these endings, and say what
    it is."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise BadWeights("{name} cannot be read: {reason}.", name=path.name, reason=why(error)) from error
    if not head:
        raise BadWeights("{name} is empty.", name=path.name)
    kind = _kind(path, head)
    if kind is None and path.suffix.lower() not in endings:
        kind = _UNKNOWN
    if kind:
        raise BadWeights(
            "{name} is {kind}; Fourfold takes PyTorch's weights, as .safetensors or .pth.", name=path.name, kind=kind
        )


def _kind(path: Path, head: bytes) -> Sentence | None:
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGE):
        return Sentence("a web page")
    if head.startswith(b"PK"):
        return _archive(path) or _ENDINGS.get(path.suffix.lower())
    sign = next((kind for sign, kind in _SIGNS if head.startswith(sign)), None)
    return sign or _ENDINGS.get(path.suffix.lower())


def _archive(path: Path) -> Sentence | None:
    """What a ZIP archive is; None where it may be PyTorch's weights, or is damaged."""
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if any(name.endswith("/constants.pkl") for name in names):
        return Sentence("a program of TorchScript")
    is_torch = any(name.endswith("data.pkl") for name in names)
    return None if is_torch else Sentence("an archive that must be unpacked first")
