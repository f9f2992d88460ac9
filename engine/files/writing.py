"""Results: taken band by band, encoded on a thread of their own, checked, and only then put in their place."""

from __future__ import annotations

import errno
import os
import shutil
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Full, Queue
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from engine.atomic import put_beside, put_in_place, remove_litter, temporary_path
from engine.errors import CannotSave, PictureError
from engine.files.codecs.encoding import encode, fitted, stored_pixels
from engine.files.formats import SaveOptions
from engine.files.naming import free_name
from engine.files.planning import saved_header, stored_header
from engine.files.reading import open_any_size
from engine.picture import Header, Picture, Pixels
from engine.sentences import Sentence, why

_BANDS_WAITING = 2
_PROTECTED = Sentence("it is write-protected or in use by another program")


class PhotoWriter:
    """A context manager that takes the bands of a result in order and saves them at ``target``.

    ``header`` is as ``saved_header`` gives it. Leaving the context cleanly finishes the file, reads it back, and puts
    it at the target in one step; leaving it by an exception removes what was written and leaves the target as it was.
    Without ``replace`` no file is replaced, not even one that came meanwhile; ``saved_at`` is then another name.
    Raises CannotSave, also from ``write``.
    """

    def __init__(self, target: Path, header: Header, options: SaveOptions, *, replace: bool = True) -> None:
        self.saved_at = target
        self._replace = replace
        self._target = target.resolve()
        self._header = header
        self._stored = stored_header(header, options.format)
        self._options = options
        self._rows = 0
        self._opaque = header.has_alpha

    def __enter__(self) -> Self:
        remove_litter(self._target.parent)
        self._temporary = temporary_path(self._target)
        try:
            self._file: BinaryIO = self._temporary.open("x+b")
        except OSError as error:
            raise self._cannot(error) from error
        self._bands: Queue[Pixels | None] = Queue(_BANDS_WAITING)
        self._thread = ThreadPoolExecutor(1, "encoder")
        self._encoding: Future[None] = self._thread.submit(self._encode)
        return self

    def write(self, band: Pixels) -> None:
        """The next rows, (h, W, C). Depth, grey and alpha are fitted to the header where they differ; alpha that the
        format lacks is laid on white. The array must not change afterwards."""
        fitting = stored_pixels(fitted(band, self._header), self._header, self._options.format)
        self._rows += len(band)
        if self._rows > self._header.size.height:
            raise CannotSave(
                "{name} got more than its {height} rows.", name=self._target.name, height=self._header.size.height
            )
        self._last_row = fitting[-1]
        self._opaque = self._opaque and bool((band[:, :, -1] == np.iinfo(band.dtype).max).all())
        self._hand_over(fitting)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._clear_up()

    def _finish(self) -> None:
        if self._rows != self._header.size.height:
            raise CannotSave(
                "{name} got {rows} of its {height} rows.",
                name=self._target.name,
                rows=self._rows,
                height=self._header.size.height,
            )
        self._hand_over(None)
        try:
            self._encoding.result()
            self._verify()
            self._put_in_place()
        except OSError as error:
            raise self._cannot(error) from error

    def _hand_over(self, band: Pixels | None) -> None:
        """Put a band into the queue, unless the encoder has failed."""
        while not self._encoding.done():
            try:
                return self._bands.put(band, timeout=0.1)
            except Full:
                continue
        try:
            self._encoding.result()
        except OSError as error:
            raise self._cannot(error) from error

    def _encode(self) -> None:
        """On the thread: everything up to a file that is whole on the disk."""
        encode(self._file, self._stored, self._options, self._taken())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _taken(self) -> Iterator[Pixels]:
        while (band := self._bands.get()) is not None:
            yield band

    def _verify(self) -> None:
        """Read the file back: its header must be as meant, but for alpha that hides nothing, which WebP leaves out; it
        must decode to its end, and in lossless formats the last row must be equal."""
        try:
            photo = open_any_size(self._temporary)
            last = deque(photo.bands(64), maxlen=1)[0]
        except PictureError as error:
            raise CannotSave(
                "{name} could not be read back after writing: {reason}", name=self._target.name, reason=error.sentence
            ) from error
        found, meant = photo.header, self._stored
        same = (found.size, found.depth) == (meant.size, meant.depth)
        same = same and found.channels in (meant.channels, meant.channels - self._opaque)
        if not same or (found.metadata.icc != meant.metadata.icc and photo.format.has_profile):
            raise CannotSave("{name} came out different from what was meant and was not kept.", name=self._target.name)
        if not photo.format.lossy and not np.array_equal(last[-1], self._last_row):
            raise CannotSave("{name} was not written faithfully and was not kept.", name=self._target.name)

    def _put_in_place(self) -> None:
        if self._replace:
            with suppress(OSError):  # no old file, or a file system without modes
                shutil.copymode(self._target, self._temporary)
            put_in_place(self._temporary, self._target)
        else:
            self._put_beside(self._target)

    def _put_beside(self, target: Path) -> None:
        """At the target, or at the first free name."""
        while True:
            try:
                put_beside(self._temporary, target)
            except FileExistsError:
                target = self.saved_at = free_name(self._target)
            else:
                return

    def _clear_up(self) -> None:
        while not self._encoding.done():
            try:
                self._bands.put(None, timeout=0.1)
            except Full:
                continue
        self._thread.shutdown()
        with suppress(OSError):  # closing writes what is still waiting, which a full disk refuses again
            self._file.close()
        self._temporary.unlink(missing_ok=True)

    def _cannot(self, error: OSError) -> CannotSave:
        reason = _PROTECTED if error.errno in (errno.EACCES, errno.EPERM) else why(error)
        return CannotSave("{name} cannot be saved: {reason}.", name=self._target.name, reason=reason)


def save_picture(picture: Picture, target: Path, options: SaveOptions) -> Header:
    """Save a picture as it is; returns the header it was saved with. Raises CannotSave."""
    header = saved_header(picture.header, picture.header.size, options)
    with PhotoWriter(target, header, options) as writer:
        for top in range(0, header.size.height, 256):
            writer.write(picture.pixels[top : top + 256])
    return header


def make_folder(folder: Path) -> None:
    """Make the folder of results, and those above it, where it is not there. Raises CannotSave."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSave("The folder {folder} cannot be made: {reason}.", folder=folder, reason=why(error)) from error
