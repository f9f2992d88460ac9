"""The photos of a study: found, read as people see them, and cut to the part that is judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from torch import Tensor

from engine.compute.tensors import to_planes
from engine.files.codecs.vips import to_srgb
from engine.files.reading import Photo, open_photo
from engine.geometry import Region, Size
from engine.models.catalog import SCALE
from engine.sentences import why
from trainer.data.degradation.codecs import to_8_bits
from trainer.data.degradation.reduction import reduced
from trainer.data.photos import find_photos
from trainer.errors import BadStudy

MARGIN = 64
"""LR pixels around the part that is judged which a model gets to see: more than the paper's network looks at (40) and
a photo's mirrored rim (8), so that the part is what it is in the whole result."""
_HR = "HR"
"""The folder in a set of photos where its originals are, beside one of LR."""


class PhotoFile(NamedTuple):
    """A photo's file, and the name of the set that it is from."""

    path: Path
    data: str

    @property
    def name(self) -> str:
        """What it is called, and results of it."""
        return self.path.stem

    @property
    def sha256(self) -> str:
        """Of the file. Raises BadStudy where it cannot be read."""
        try:
            return sha256(self.path.read_bytes()).hexdigest()
        except OSError as error:
            raise BadStudy("{path} cannot be read: {reason}.", path=self.path, reason=why(error)) from error


@dataclass(frozen=True)
class Subject:
    """A photo cut to what is judged. ``lr`` (1, 3, h, w) reaches ``MARGIN`` farther than that where there is more;
    ``inner`` is what is judged of four times that, ``region`` the same in the whole result of ``size``. ``hr`` is the
    original of ``region``, None where there is none.
    """

    file: PhotoFile
    lr: Tensor
    hr: Tensor | None
    size: Size
    region: Region
    inner: Region


def find_subjects(places: Iterable[Path]) -> list[PhotoFile]:
    """The photos at those places, files and folders; of a folder with ``HR`` in it, those. Raises BadPhotos, or
    BadStudy where two are called the same.
    """
    files = [file for place in places for file in _photos_at(place)]
    names: dict[tuple[str, str], PhotoFile] = {}
    for file in files:
        if names.setdefault((file.data, file.name), file) is not file:
            raise BadStudy("Two photos are called {name}; results could not be told apart.", name=file.name)
    return files


def _photos_at(place: Path) -> list[PhotoFile]:
    if place.is_dir():
        whole = place / _HR if (place / _HR).is_dir() else place
        return [PhotoFile(path, place.resolve().name) for path in find_photos(whole)]
    folder = place.resolve().parent
    return [PhotoFile(place, folder.parent.name if folder.name == _HR else folder.name)]


def read_subject(
    file: PhotoFile, *, with_original: bool, side: int | None, corners: Mapping[str, tuple[int, int]]
) -> Subject:
    """The middle of a photo's result, at most ``side`` pixels wide and high, or from the corner (left, top) given for
    its name. ``with_original``: the file is the original, and the photo is what the paper's bicubic reduces it to.
    Raises BadStudy and PictureError.
    """
    whole = to_rgb(open_photo(file.path))
    if with_original:
        height, width = (length // SCALE * SCALE for length in whole.shape[-2:])
        whole = whole[..., :height, :width]
    lr = reduced(whole, SCALE) if with_original and min(whole.shape[-2:]) else whole
    if not min(lr.shape[-2:]):
        raise BadStudy("{name} is too small to be judged.", name=file.path.name)
    size = Size(lr.shape[-1], lr.shape[-2])
    shown = _shown(file, size, side, corners.get(file.name))  # in pixels of the LR, as is the window around it
    window = shown.grown(MARGIN).clipped(Region.of(size))
    region, inner = shown.scaled(SCALE), shown.moved(-window.left, -window.top).scaled(SCALE)
    hr = whole[..., *region.slices].clone() if with_original else None
    return Subject(file, lr[..., *window.slices].clone(), hr, size.scaled(SCALE), region, inner)


def _shown(file: PhotoFile, photo: Size, side: int | None, corner: tuple[int, int] | None) -> Region:
    """What is judged, in pixels of the LR."""
    size = photo if side is None else photo.at_most(side // SCALE)
    if corner is None:
        return Region.of(photo).middle(size)
    left, top = (length // SCALE for length in corner)
    region = Region(left, top, left + size.width, top + size.height)
    if min(corner) < 0 or region.right > photo.width or region.bottom > photo.height:
        raise BadStudy(
            "At {left},{top} the crop reaches out of {name}, whose result is {size}.",
            left=corner[0],
            top=corner[1],
            name=file.name,
            size=str(photo.scaled(SCALE)),
        )
    return region


def to_rgb(photo: Photo) -> Tensor:
    """The whole of it in sRGB, (1, 3, H, W) in multiples of 1/255; what is transparent lies on white. Raises
    PictureError.
    """
    picture = photo.picture()
    profile = picture.header.metadata.icc
    planes = to_planes(to_srgb(picture.pixels, profile) if profile else picture.pixels)
    colours = planes[:1] if len(planes) == 1 else 1 - (1 - planes[:1]) * planes[1:]
    return to_8_bits(colours.clone())
