"""One held-out photo over the steps of a training (the paper's figure 8): the same crop at 100 %, between bicubic and
the original. No torch.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_STEPS = 8
"""How many of the samples are shown at most."""
_SIDE = 160
"""Of the crop at most, in pixels: five of them fit into a page."""
_COLUMNS = 5
_STRIDE = 16
"""Between the places that a crop may have."""
_GAP, _CAPTION, _FONT = 4, 20, 13
"""In pixels: between two crops, for a crop's caption, and of its letters."""


def evolution(samples: Path) -> Image.Image | None:
    """The crops with their captions as one picture, for the folder of a training's samples; None where there are none.
    Raises OSError.
    """
    paths = {step: samples / f"step-{step:08d}.png" for step in evenly(_steps_in(samples), _STEPS)}
    if not paths:
        return None
    named = {
        "bicubic": samples / "bicubic.png",
        **{f"step {step:,}": path for step, path in paths.items()},
        "original": samples / "reference.png",
    }
    pictures = {caption: _opened(path) for caption, path in named.items() if path.is_file()}
    box = liveliest([*pictures.values()][-1], _SIDE)
    return _sheet({caption: picture.crop(box) for caption, picture in pictures.items()})


def evenly(steps: list[int], count: int) -> list[int]:
    """At most ``count`` of ascending steps, the first and the last among them, about equally far apart."""
    if not steps:
        return []
    wanted = np.linspace(steps[0], steps[-1], count)
    return sorted({min(steps, key=lambda step: abs(step - place)) for place in wanted})


def liveliest(picture: Image.Image, side: int) -> tuple[int, int, int, int]:
    """Where most happens in a picture: the square of that side whose neighbouring pixels differ most, as left, top,
    right and bottom; the whole where it is smaller.
    """
    grey = np.asarray(picture.convert("L"), dtype=np.float64)  # (H, W)
    changes = np.zeros_like(grey)
    changes[:, 1:] += np.abs(np.diff(grey, axis=1))
    changes[1:] += np.abs(np.diff(grey, axis=0))
    height, width = (min(length, side) for length in grey.shape)
    places = [
        (changes[top : top + height, left : left + width].sum(), left, top)
        for top in range(0, grey.shape[0] - height + 1, _STRIDE)
        for left in range(0, grey.shape[1] - width + 1, _STRIDE)
    ]
    _, left, top = max(places)
    return left, top, left + width, top + height


def _steps_in(samples: Path) -> list[int]:
    numbers = (path.stem.removeprefix("step-") for path in samples.glob("step-*.png"))
    return sorted(int(number) for number in numbers if number.isdecimal())


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _sheet(crops: dict[str, Image.Image]) -> Image.Image:
    width, height = next(iter(crops.values())).size
    columns, rows = min(len(crops), _COLUMNS), -(-len(crops) // _COLUMNS)
    across, down = width + _GAP, height + _CAPTION + _GAP
    sheet = Image.new("RGB", (columns * across - _GAP, rows * down - _GAP), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(_FONT)
    for number, (caption, crop) in enumerate(crops.items()):
        left, top = number % _COLUMNS * across, number // _COLUMNS * down
        draw.text((left, top + 2), caption, fill="black", font=font)
        sheet.paste(crop, (left, top + _CAPTION))
    return sheet
