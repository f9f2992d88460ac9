"""Sixty photos with the model that a person would choose for each, and what *Automatic* chooses.

``python -m tools.choices PHOTOS`` makes them of ten sharp photos of a folder and of pages drawn here, and prints a
Markdown table and how many are right. Each is written into a file and looked at as any other photo.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from engine.files.reading import open_photo
from engine.jobs.advice import advise
from engine.jobs.assessment import damage_of
from engine.models import catalog
from trainer.evaluation.tables import table

COUNT = 60
PHOTOS = 10
_WORDS = ("upon", "the", "quiet", "water", "lay", "a", "photograph", "that", "nobody", "had", "seen", "for", "years")
Change = Callable[[Image.Image], Image.Image]


@dataclass(frozen=True)
class Kind:
    """A kind of photo: what it is, which model a person would take, how it is made of a sharp one and written."""

    title: str
    model: str
    change: Change
    suffix: str = ".png"
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Choice:
    """One photo of the table: ``expected`` is what a person would take, ``found`` what Fourfold takes and says."""

    photo: str
    kind: str
    expected: str
    found: str
    reason: str

    @property
    def right(self) -> bool:
        """Whether both are the same."""
        return self.found == self.expected


def half(photo: Image.Image) -> Image.Image:
    """Sharp to the pixel: half as wide and high."""
    return photo.resize((photo.width // 2, photo.height // 2), Image.Resampling.LANCZOS)


def larger(photo: Image.Image) -> Image.Image:
    """Enlarged by others: half the photo, one and a half times as large as that was."""
    small = half(photo)
    return small.resize((photo.width * 3 // 4, photo.height * 3 // 4), Image.Resampling.BICUBIC)


def grain(level: float) -> Change:
    """Adds white noise of so many grey levels."""
    return lambda photo: _picture(_pixels(half(photo)) + _noise(half(photo), level))


def blurred(photo: Image.Image) -> Image.Image:
    """Out of focus by 1.2 pixels."""
    return half(photo).filter(ImageFilter.GaussianBlur(1.2))


def camera(photo: Image.Image) -> Image.Image:
    """As a camera writes it at its own size: each pixel sees one colour, the others come from its neighbours; a little
    noise, and sharpened.
    """
    seen = _pixels(larger(photo)) + _noise(larger(photo), 1.0)
    rows, columns = np.indices(seen.shape[:2]) % 2
    colour = np.where(rows == columns, 1, np.where(rows == 0, 0, 2))  # green on the diagonal
    planes = [_filled(np.where(colour == channel, seen[:, :, channel], 0), colour == channel) for channel in range(3)]
    return _picture(np.stack(planes, 2)).filter(ImageFilter.UnsharpMask(1, 60, 0))


def page(ink: int, paper: int, size: int, columns: int = 1) -> Change:
    """A page of lines of letters instead of the photo, as a screen shows it."""

    def draw(photo: Image.Image) -> Image.Image:
        drawn = Image.new("RGB", (640, 480), (paper, paper, paper))
        pen, font = ImageDraw.Draw(drawn), ImageFont.load_default(size)
        width = 640 // columns
        for column in range(columns):
            for line, top in enumerate(range(size, 480 - 2 * size, size * 3 // 2)):
                text = " ".join(_WORDS[(line + column) % 7 :] + _WORDS[: (line + column) % 7])
                fitting = text[: int((width - 2 * size) / font.getlength(text) * len(text))]
                pen.text((column * width + size, top), fitting, (ink, ink, ink), font)
        return drawn

    return draw


def dialog(photo: Image.Image) -> Image.Image:
    """A program's window with buttons and a small photo, as a screen shows it."""
    drawn = page(30, 240, 14)(photo)
    pen = ImageDraw.Draw(drawn)
    for index, shade in enumerate((90, 140, 200)):
        pen.rounded_rectangle((20 + 110 * index, 430, 115 + 110 * index, 462), 6, (60, 90, shade))
    drawn.paste(photo.resize((96, 96)), (520, 20))
    return drawn


def scanned(blur: float, level: float, ink: int = 40, size: int = 16) -> Change:
    """Such a page as a scanner gives it: yellowish, unevenly lit, a little soft, with grain."""

    def scan(photo: Image.Image) -> Image.Image:
        printed = page(ink, 255, size)(photo).filter(ImageFilter.GaussianBlur(blur))
        light = np.linspace(-8, 8, printed.width)[None, :, None]
        return _picture(_pixels(printed) * [0.92, 0.9, 0.85] + 12 + light + _noise(printed, level))

    return scan


def kinds() -> list[tuple[Kind, int]]:
    """All kinds, and how many photos of each there are; 60 in all."""
    clean, damaged = catalog.CLEAN, catalog.PHOTO
    jpeg = {quality: (("quality", quality), ("subsampling", 0 if quality > 95 else 2)) for quality in range(1, 101)}
    return [
        (Kind("sharp, PNG", clean.textured, half), 6),
        (Kind("as it is, JPEG 98", clean.textured, lambda photo: photo, ".jpg", jpeg[98]), 6),
        (Kind("sharp, JPEG 96", clean.textured, half, ".jpg", jpeg[96]), 4),
        (Kind("sharp, a grain of 1", clean.textured, grain(1)), 2),
        (Kind("sharp, WebP 98", clean.textured, half, ".webp", (("quality", 98),)), 2),
        (Kind("JPEG 92", damaged.textured, half, ".jpg", jpeg[92]), 3),
        (Kind("JPEG 75", damaged.textured, half, ".jpg", jpeg[75]), 4),
        (Kind("JPEG 40", damaged.textured, half, ".jpg", jpeg[40]), 2),
        (Kind("WebP 50", damaged.textured, half, ".webp", (("quality", 50),)), 2),
        (Kind("noise of 6", damaged.textured, grain(6)), 3),
        (Kind("noise of 15", damaged.textured, grain(15)), 2),
        (Kind("out of focus", damaged.textured, blurred), 3),
        (Kind("a camera's own pixels, JPEG 97", damaged.textured, camera, ".jpg", jpeg[97]), 5),
        (Kind("enlarged before", damaged.textured, larger), 4),
        (Kind("screen, black on white", clean.faithful, page(0, 255, 16)), 1),
        (Kind("screen, light on dark", clean.faithful, page(215, 32, 13)), 1),
        (Kind("screen, small letters in columns", clean.faithful, page(20, 250, 11, 2)), 1),
        (Kind("screen, a program's window", clean.faithful, dialog), 2),
        (Kind("screen, JPEG 70", damaged.faithful, page(0, 255, 14), ".jpg", jpeg[70]), 1),
        (Kind("scan, clean", clean.faithful, scanned(0.5, 1.5)), 2),
        (Kind("scan, grainy", damaged.faithful, scanned(0.7, 5)), 2),
        (Kind("scan, soft, JPEG 75", damaged.faithful, scanned(1.2, 3, size=24), ".jpg", jpeg[75]), 2),
    ]


def choices(photos: list[Path], folder: Path) -> Iterator[Choice]:
    """Make the sixty in that folder, of ten photos in turn, and look at each."""
    turn = 0
    for kind, count in kinds():
        for _ in range(count):
            photo = photos[turn % len(photos)]
            turn += 1
            path = folder / f"{turn:02}{kind.suffix}"
            kind.change(Image.open(photo).convert("RGB")).save(path, **dict(kind.options))
            advice = advise(damage_of(open_photo(path)))
            yield Choice(photo.stem, kind.title, kind.model, advice.model, advice.sentence)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What Automatic chooses for sixty photos.")
    parser.add_argument("photos", type=Path, help="folder with at least ten sharp photos")
    photos = sorted(path for path in parser.parse_args().photos.iterdir() if path.suffix in (".webp", ".png", ".jpg"))
    with tempfile.TemporaryDirectory() as folder:
        made = list(choices(photos[:PHOTOS], Path(folder)))
    header = ("", "photo", "a person takes", "Automatic takes", "because", "right")
    rows = [
        (str(number), each.kind, each.expected, each.found, each.reason, "yes" if each.right else "**no**")
        for number, each in enumerate(made, start=1)
    ]
    print(table(header, rows))
    print(f"\n{sum(each.right for each in made)} of {len(made)} right.")


def _pixels(picture: Image.Image) -> NDArray[np.float64]:
    return np.asarray(picture).astype(np.float64)


def _picture(pixels: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(pixels.round().clip(0, 255).astype(np.uint8))


def _noise(picture: Image.Image, level: float) -> NDArray[np.float64]:
    return np.random.default_rng(0).normal(0, level, (picture.height, picture.width, 3))


def _filled(known: NDArray[np.float64], there: NDArray[np.bool_]) -> NDArray[np.float64]:
    """One colour of a camera's mosaic, where it is not there the mean of its neighbours, (H, W)."""
    weights = np.array([1, 2, 1]) / 4
    sums = []
    for plane in (known, there.astype(np.float64)):
        across = sum(weight * np.roll(plane, shift, 1) for weight, shift in zip(weights, (-1, 0, 1), strict=True))
        sums.append(sum(weight * np.roll(across, shift, 0) for weight, shift in zip(weights, (-1, 0, 1), strict=True)))
    return np.asarray(sums[0] / sums[1])


if __name__ == "__main__":
    main()
