"""Encoding by libvips: bands in, a file out, in constant memory but for AVIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from engine.errors import CannotSave
from engine.files.codecs.stored_png import stored_png
from engine.files.codecs.vips import library, reason
from engine.files.formats import Format, SaveOptions
from engine.picture import Header, Metadata, Pixels

_SCREEN_DPI = 72.0
_BIG = 3_500_000_000
_KEEP_EXIF, _KEEP_XMP, _KEEP_ICC = 1, 2, 8


def encode(
    file: BinaryIO,
    header: Header,
    options: SaveOptions,
    bands: Iterable[Pixels],
    insertion: tuple[int, bytes] = (0, b""),
) -> None:
    """Encode the bands into a file opened for reading and writing; ``insertion`` is put at its place, near the file's
    start. Raises CannotSave, and what ``file`` raises."""
    vips = library()
    source, sink = _Source(stored_png(header, bands)), _Sink(file, *insertion)
    stream, target = vips.SourceCustom(), vips.TargetCustom()
    stream.on_read(source.read)
    target.on_write(sink.write)
    target.on_read(sink.read)
    target.on_seek(sink.seek)
    try:
        image = vips.Image.pngload_source(stream, access="sequential", unlimited=True, fail_on="error")
        save, settings = _saver(header, options)
        getattr(_described(image, header.metadata), save)(target, **settings)
    except vips.Error as error:
        raise sink.error or CannotSave("The encoder failed: {reason}.", reason=reason(error)) from error


class _Source:
    """Hands a stream of pieces to libvips in the portions it asks for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, memoryview(b"")

    def read(self, count: int) -> bytes:
        """Up to ``count`` bytes, none at the end."""
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        portion, self._rest = bytes(self._rest[:count]), self._rest[count:]
        return portion


class _Sink:
    """Puts what libvips writes into a file, with a block inserted near the start, and remembers why that failed."""

    def __init__(self, file: BinaryIO, at: int, block: bytes) -> None:
        self._file, self._at, self._block = file, at, block
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        """How many bytes were written, or -1, by which libvips knows that it failed."""
        at, block, self._block = self._at, self._block, b""
        try:
            self._file.write(data[:at] + block + data[at:] if block else data)
        except OSError as error:
            self.error = error
            return -1
        return len(data)

    def read(self, count: int) -> bytes:
        """What was written, read again, as TIFF needs it."""
        return self._file.read(count)

    def seek(self, offset: int, whence: int) -> int:
        """The new place in the file, or -1 where what was still waiting cannot be written."""
        try:
            return self._file.seek(offset, whence)
        except OSError as error:
            self.error = error
            return -1


def _saver(header: Header, options: SaveOptions) -> tuple[str, dict[str, Any]]:
    """The name of libvips' saver and its settings."""
    keep = _KEEP_XMP | _KEEP_ICC
    match options.format:
        case Format.JPEG:
            return "jpegsave_target", {"Q": options.quality, "keep": _KEEP_ICC}
        case Format.TIFF:
            settings = {
                "compression": "deflate",
                "level": 3,
                "predictor": "horizontal",
                "bigtiff": header.bytes > _BIG,
                "keep": keep,
            }
            return "tiffsave_target", settings
        case Format.AVIF:
            keep |= _KEEP_EXIF if header.metadata.exif else 0
            bits = 8 if header.depth == 8 else 12
            settings = {"compression": "av1", "Q": options.quality, "effort": 0, "bitdepth": bits, "keep": keep}
            return "heifsave_target", settings
    return "pngsave_target", {"compression": 3, "filter": "up", "keep": keep}


def _described(image: Any, metadata: Metadata) -> Any:
    across, down = metadata.resolution or (_SCREEN_DPI, _SCREEN_DPI)
    image = image.copy(xres=across / 25.4, yres=down / 25.4)
    blobs = {"icc-profile-data": metadata.icc, "exif-data": metadata.exif, "xmp-data": metadata.xmp}
    for name, blob in blobs.items():
        if blob:
            image.set_type(library().GValue.blob_type, name, blob)
    return image
