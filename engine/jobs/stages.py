"""What computes in the way of a photo: from its pixels to those of the result, as it flows."""

from __future__ import annotations

from collections.abc import Iterator

from torch import Tensor

from engine.compute.prefetch import prefetch
from engine.compute.rows import Rows, clamped, resized, with_bled_colours
from engine.compute.runner import ModelRunner
from engine.compute.tensors import to_pixels, to_planes
from engine.files.reading import Photo
from engine.geometry import Size
from engine.jobs.sizing import plan_passes
from engine.picture import Header, Pixels

READ_ROWS = 64


def result_pixels(photo: Photo, header: Header, runner: ModelRunner) -> Iterator[Pixels]:
    """The pixels of the result that ``header`` describes, from top to bottom: (h, W, C). A band without rows says that
    work went on. Raises RequestError for a size that the model does not reach; the bands raise UnreadablePicture.
    """
    return (to_pixels(band, header) for band in stages(photo, header.size, runner).bands)


def stages(photo: Photo, size: Size, runner: ModelRunner) -> Rows:
    """The whole flow for a photo: read ahead, bleed, upscale once or twice, scale down to exactly ``size``."""
    model = runner.model
    rows = Rows(photo.header.size, _planes(photo))
    if photo.header.has_alpha:
        rows = with_bled_colours(rows)
    if model.kernel:
        return resized(rows, size, model.kernel)
    for _ in range(plan_passes(rows.size, size, model.scale)):
        rows = clamped(runner.apply(rows))  # as a picture in between would be
    return rows if rows.size == size else resized(rows, size)


def _planes(photo: Photo) -> Iterator[Tensor]:
    opaque = photo.header.has_alpha and _is_opaque(photo)
    for pixels in prefetch(photo.bands(READ_ROWS)):
        planes = to_planes(pixels)
        yield planes[:1] if opaque else planes


def _is_opaque(photo: Photo) -> bool:
    """Whether nothing of a photo with alpha is transparent; then the alpha need not be computed."""
    highest = 2**photo.header.depth - 1
    return all(bool((pixels[:, :, -1] == highest).all()) for pixels in photo.bands(READ_ROWS))
