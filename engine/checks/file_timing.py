"""How long the files of a photo take: read at its size, written at its result's."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from torch import Tensor
from torch.nn import functional

from engine.checks.sample import grainy_planes
from engine.compute.tensors import to_pixels, to_planes
from engine.files.formats import Format, SaveOptions
from engine.files.reading import open_photo
from engine.files.writing import PhotoWriter, save_picture
from engine.geometry import Size
from engine.picture import Header, Picture


def file_seconds(format: Format, size: Size, scale: int) -> float:
    """Seconds to read a photo of that size as planes and to write its result, without anything in between."""
    planes = grainy_planes(size)
    with tempfile.TemporaryDirectory() as folder:
        source, target = (Path(folder) / f"{name}{format.suffix}" for name in ("source", "target"))
        header = Header(size, 3, 8)
        save_picture(Picture(header, to_pixels(planes, header)), source, SaveOptions(format))
        band = functional.interpolate(planes[:, :, :16], scale_factor=scale)  # (1, 3, 16 * scale, scale * W)
        start = time.perf_counter()
        for pixels in open_photo(source).bands():
            to_planes(pixels)
        _write(band, target, Header(size.scaled(scale), 3, 8), SaveOptions(format))
        return time.perf_counter() - start


def _write(band: Tensor, target: Path, header: Header, options: SaveOptions) -> None:
    """Fill a file with the same band again and again."""
    height = header.size.height
    with PhotoWriter(target, header, options) as writer:
        for top in range(0, height, band.shape[2]):
            writer.write(to_pixels(band[:, :, : height - top], header))
