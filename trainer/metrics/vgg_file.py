"""The file of VGG19's weights that torchvision publishes: where it is kept, and its download. No torch."""

from __future__ import annotations

import hashlib
import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from engine.atomic import put_in_place
from engine.sentences import why
from trainer.errors import MissingFeatures

URL = "https://download.pytorch.org/models/vgg19-dcbb9e9d.pth"
SHA256 = "dcbb9e9d"
"""Its first digits, which are part of the name that it is published under."""
SIZE = 574_673_361
"""In bytes."""
_SIGN = b"features.2.weight"
"""The name of the second convolution, which stands in the head of every file of such weights."""
_HEAD = 2**16
_PIECE = 2**20
_PATIENCE = 30.0
"""Seconds without a byte after which a connection counts as cut."""


def vgg19_file() -> Path | None:
    """The file in this person's cache, None where it is not there."""
    path = _place()
    return path if path.is_file() else None


def check_vgg19(path: Path) -> None:
    """Raise MissingFeatures where a file that a person chose cannot be VGG19's weights, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise MissingFeatures("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error
    if _SIGN not in head:
        raise MissingFeatures("{name} does not hold VGG19's weights; choose another file.", name=path.name)


def _place() -> Path:
    import platformdirs  # which a bare training machine may lack

    return platformdirs.user_cache_path("fourfold", appauthor=False) / Path(URL).name


def download(url: str = URL, sha256: str = SHA256, said: Callable[[int, int], None] = lambda done, total: None) -> Path:
    """Fetch the file into the cache, and go on where an earlier try was cut. ``said`` is told (done, total) bytes; what
    it raises ends the download, and the next one goes on from there.

    Raises MissingFeatures; a file with the wrong contents is deleted.
    """
    target = _place()
    part = target.with_name(target.name + ".part")
    with _told(url, target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        _fetch(url, part, said)
        if not _digest(part).startswith(sha256):
            part.unlink()
            raise MissingFeatures("What {url} gave is not the file that was published; try again later.", url=url)
        put_in_place(part, target)
    return target


@contextmanager
def _told(url: str, folder: Path) -> Iterator[None]:
    """Whatever goes wrong with a download, as MissingFeatures."""
    try:
        yield
    except HTTPError as error:
        raise MissingFeatures(
            "{url} cannot be downloaded: the server answered {code}.", url=url, code=error.code
        ) from error
    except (URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise MissingFeatures(
            "The download of VGG19 was cut ({reason}); the next try goes on from there.", reason=error
        ) from error
    except OSError as error:
        raise MissingFeatures(
            "VGG19's weights were not saved to {folder}: {reason}.", folder=folder, reason=why(error)
        ) from error


def _fetch(url: str, part: Path, said: Callable[[int, int], None]) -> None:
    """Append what is missing to the part file."""
    done = part.stat().st_size if part.is_file() else 0
    request = Request(url, headers={"Range": f"bytes={done}-"} if done else {})
    try:
        answer = urlopen(request, timeout=_PATIENCE)
    except HTTPError as error:
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:  # all of it is there
            return
        raise
    with answer:
        if answer.status != http.client.PARTIAL_CONTENT:
            done = 0
        total = done + int(answer.headers.get("Content-Length", 0))
        with part.open("ab" if done else "wb") as file:
            _copy(answer, file, done, total, said)


def _copy(answer: IO[bytes], file: IO[bytes], done: int, total: int, said: Callable[[int, int], None]) -> None:
    said(done, total)
    while piece := answer.read(_PIECE):
        file.write(piece)
        done += len(piece)
        said(done, total)
    if done < total:
        raise ConnectionError(f"{done / 1e6:.0f} of {total / 1e6:.0f} MB came")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
