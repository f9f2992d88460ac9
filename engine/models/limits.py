"""Counted limits of weights files, before and after they are unpickled: a small file may claim to be a large one."""

from __future__ import annotations

import pickletools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from engine.errors import BadWeights

_PICKLES = 5
"""That a file of PyTorch before 1.6 consists of; after them come the bare numbers."""
_INSTRUCTIONS = 2_000_000
"""Of one pickle. The largest networks that people share take a few ten thousand; so many take two seconds to count."""
_MEMO = {"LONG_BINPUT", "PUT"}
"""Put an object at a place of their choice; room is made for all places before it."""
_PADDING = 2**16
"""Bytes by which what an archive holds may seem larger than the archive."""
_FREE_LAYERS = 64
"""Layers without weights, as activations are, that a network may have besides the four to each of its tensors."""
_NUMBER = re.compile(r"\d+")


def check_claims(path: Path) -> None:
    """Raise BadWeights where a file of PyTorch's claims more than it can hold; one that is damaged otherwise passes.
    Raises OSError where it cannot be read.

    PyTorch compresses nothing, so an archive that is larger unpacked is none of its own.
    """
    with path.open("rb") as file:
        is_archive = file.read(2) == b"PK"
        file.seek(0)
        fits = _archive_fits(file, path.stat().st_size) if is_archive else _pickles_fit(file, _PICKLES)
    if not fits:
        raise _too_much(path)


def check_tensors(path: Path, names: Iterable[str], numbers: int) -> None:
    """Raise BadWeights where the tensors of these names hold more ``numbers`` in all than their file has bytes, or
    where they are numbered as if there were many more of them: networks are made as deep as names say.
    """
    names = list(names)
    most = _FREE_LAYERS + 4 * len(names)
    counted = (number for name in names for number in _NUMBER.findall(name))
    if numbers > path.stat().st_size or any(len(each) > 9 or int(each) > most for each in counted):
        raise _too_much(path)


def _too_much(path: Path) -> BadWeights:
    return BadWeights("{name} claims to be far larger than it is, so it was refused.", name=path.name)


def _archive_fits(file: BinaryIO, size: int) -> bool:
    try:
        with ZipFile(file) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > size + _PADDING:
                return False
            pickles = [entry for entry in entries if entry.filename.endswith(".pkl")]
            return all(_pickles_fit(archive.open(entry), 1) for entry in pickles)  # type: ignore[arg-type]
    except (BadZipFile, ValueError, NotImplementedError, EOFError):
        return True


def _pickles_fit(file: BinaryIO, count: int) -> bool:
    """Whether the pickles in a file are not too long, and none counts farther than it has instructions."""
    try:
        for _ in range(count):
            for number, (instruction, argument, _) in enumerate(pickletools.genops(file)):
                far = instruction.name in _MEMO and argument is not None and argument > number
                if far or number > _INSTRUCTIONS:
                    return False
    except (ValueError, IndexError, KeyError, OverflowError, EOFError, MemoryError):  # no pickle, or a damaged one
        return True
    return True
