"""The file of VGG19's weights that torchvision publishes: where it is kept, and its download. No torch."""

from __future__ import annotations

import hashlib
import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from engine.atomic import put_in_place
from engine.sentences import why
from trainer.errors import MissingFeatures

URL = "https://download.pytorch.org/models/vgg19-dcbb9e9d.pth"
SIZE = 574_673_361
"""In bytes."""


class Published(NamedTuple):
    """What a file is known by: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


VGG19 = Published("dcbb9e9dad569fff7a846263a77324fc34978fea2bfb039c012d710e1776ae44", SIZE)
"""The first digits are part of the name that it is published under."""
_HERE = ("localhost", "127.0.0.1", "::1")
"""Hosts that need no encryption."""
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


def download(
    url: str = URL, wanted: Published = VGG19, said: Callable[[int, int], None] = lambda done, total: None
) -> Path:
    """Fetch the file into the cache, and go on where an earlier try was cut. ``said`` is told (done, total) bytes; what
    it raises ends the download, and the next one goes on from there.

    Raises MissingFeatures. What is not the file wanted is deleted, and no more of it fetched than that has bytes.
    """
    check_url(url)
    target = _place()
    part = target.with_name(target.name + ".part")
    with _told(url, target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _fetch(url, part, wanted.size, said)
            if _digest(part) != wanted.sha256:
                raise _OtherFile
        except _OtherFile:
            part.unlink(missing_ok=True)
            raise MissingFeatures(
                "What {url} gave is not the file that was published; try again later.", url=url
            ) from None
        put_in_place(part, target)
    return target


def check_url(url: str) -> None:
    """Raise MissingFeatures for an address that is not encrypted, unless it is a file or a server of this computer."""
    try:
        scheme, host = urlsplit(url).scheme, urlsplit(url).hostname
    except ValueError:
        scheme, host = "", None
    is_here = (scheme == "http" and host in _HERE) or (scheme == "file" and not host)
    if not is_here and not (scheme == "https" and host):
        raise MissingFeatures("{url} is no address to download from; it has to begin with https://.", url=url)


class _OtherFile(Exception):
    """It is not the file wanted."""


class _CheckedRedirects(HTTPRedirectHandler):
    """Goes on only to addresses that one may begin with."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        check_url(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def _told(url: str, folder: Path) -> Iterator[None]:
    """Whatever goes wrong with a download, as MissingFeatures."""
    try:
        yield
    except HTTPError as error:
        raise MissingFeatures(
            "{url} cannot be downloaded: the server answered {code}.", url=url, code=error.code
        ) from error
    except (URLError, http.client.HTTPException, TimeoutError, ConnectionError, ValueError) as error:
        raise MissingFeatures(
            "The download of VGG19 was cut ({reason}); the next try goes on from there.", reason=error
        ) from error
    except OSError as error:
        raise MissingFeatures(
            "VGG19's weights were not saved to {folder}: {reason}.", folder=folder, reason=why(error)
        ) from error


def _fetch(url: str, part: Path, size: int, said: Callable[[int, int], None]) -> None:
    """Append what is missing to the part file. Raises _OtherFile where more comes, or less is announced."""
    done = part.stat().st_size if part.is_file() else 0
    request = Request(url, headers={"Range": f"bytes={done}-"} if done else {})
    try:
        answer = build_opener(_CheckedRedirects).open(request, timeout=_PATIENCE)
    except HTTPError as error:
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:  # all of it is there
            return
        raise
    with answer:
        if answer.status != http.client.PARTIAL_CONTENT:
            done = 0
        if answer.headers.get("Content-Length") not in (None, str(size - done)):
            raise _OtherFile
        with part.open("ab" if done else "wb") as file:
            _copy(answer, file, done, size, said)


def _copy(answer: IO[bytes], file: IO[bytes], done: int, size: int, said: Callable[[int, int], None]) -> None:
    said(done, size)
    while piece := answer.read(_PIECE):
        done += len(piece)
        if done > size:
            raise _OtherFile
        file.write(piece)
        said(done, size)
    if done < size:
        raise ConnectionError(f"{done / 1e6:.0f} of {size / 1e6:.0f} MB came")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
