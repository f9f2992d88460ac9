"""Details of photos by several methods beside the truth, at 100 %: what ``docs/scenes.md`` tells of.

``python -m tools.scenes --photos VALID --out FOLDER --model bicubic srgan before=old.safetensors original`` writes one
picture a scene; ``--damaged`` takes the damaged scenes. Models are called as for ``fourfold evaluate``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from engine.compute.tensors import to_pixels
from engine.geometry import Region
from engine.picture import Header
from tools.make_pictures import strip
from trainer.data.degradation.fixed import damaged
from trainer.evaluation.evaluation_sets import ImagePair, pairs
from trainer.evaluation.methods import Method, methods

SIDE, MARGIN = 240, 64
"""What is shown of a photo, and what is computed around it, in its own pixels."""


@dataclass(frozen=True)
class Scene:
    """A square of a photo whose upper left corner lies at ``left`` and ``top``, multiples of four; ``damage`` is one of
    the DAMAGES.
    """

    photo: str
    left: int
    top: int
    damage: str = "none"


CLEAN = {
    "skin": Scene("clic2025_50975_0", 228, 240),
    "hair": Scene("clic2025_16de8_0", 180, 60),
    "grass": Scene("gb82_grass", 200, 300),
    "foliage": Scene("gb82_sumac", 40, 60),
    "brick": Scene("gb82_night", 336, 40),
    "water": Scene("gb82_waves", 180, 300),
    "sky": Scene("gb82_sunset", 200, 180),
    "text": Scene("clic2025_8ca25_0", 108, 128),
    "fabric": Scene("clic2025_e0f61_0", 60, 148),
    "fur": Scene("clic2025_126c3_0", 88, 148),
    "rock": Scene("clic2025_a41e3_0", 148, 128),
    "windows": Scene("gb82_night", 300, 320),
}
DAMAGED = {
    "face, JPEG 50": Scene("clic2025_624ac_0", 160, 60, "JPEG 50"),
    "face on white, JPEG 50": Scene("gb82_girl", 320, 120, "JPEG 50"),
    "grass, JPEG 50": Scene("gb82_grass", 200, 300, "JPEG 50"),
    "text, JPEG 50": Scene("clic2025_31444_0", 240, 140, "JPEG 50"),
    "skin, noise 10": Scene("clic2025_795e8_0", 120, 120, "noise 10"),
    "metal, noise 10": Scene("gb82_pixel", 140, 100, "noise 10"),
    "leaves, noise 10": Scene("gb82_sumac", 200, 240, "noise 10"),
    "crowd, noise 10": Scene("clic2025_2bb11_0", 120, 200, "noise 10"),
    "hair, mixed": Scene("clic2025_47052_0", 120, 60, "mixed"),
    "cloth, mixed": Scene("clic2025_2d3e1_0", 160, 120, "mixed"),
    "rock, mixed": Scene("clic2025_a41e3_0", 148, 128, "mixed"),
    "wall, mixed": Scene("gb82_mies", 160, 160, "mixed"),
}


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tools.scenes", description=__doc__)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", nargs="+", required=True)
    parser.add_argument("--damaged", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    compared = methods(args.model, (), torch.device("cpu"))
    for title, picture in pictures(args.photos, DAMAGED if args.damaged else CLEAN, compared):
        picture.save(args.out / f"{title}.png")


def pictures(
    photos: Path, scenes: Mapping[str, Scene], compared: Mapping[str, Method]
) -> Iterator[tuple[str, Image.Image]]:
    """Each scene by its title: what the methods make of it beside each other."""
    found = {pair.name: pair for pair in pairs(photos, 4)}
    for title, scene in scenes.items():
        pair, inner = _around(found[scene.photo], scene)
        shown = {name: _shown(method(pair), inner) for name, method in compared.items()}
        yield title, strip(shown)


def _around(pair: ImagePair, scene: Scene) -> tuple[ImagePair, Region]:
    """The scene and its surroundings, damaged as the whole photo is, and where in it the scene lies."""
    height, width = pair.hr.shape[-2:]
    square = Region(scene.left, scene.top, scene.left + SIDE, scene.top + SIDE)
    outer = square.grown(MARGIN).clipped(Region(0, 0, width, height))
    lr = damaged(pair.lr, scene.damage, pair.name)
    small = Region(outer.left // 4, outer.top // 4, outer.right // 4, outer.bottom // 4)
    seen = replace(pair, lr=lr[..., *small.slices], hr=pair.hr[..., *outer.slices])
    return seen, square.moved(-outer.left, -outer.top)


def _shown(planes: Tensor, inner: Region) -> Image.Image:
    return Image.fromarray(to_pixels(planes[..., *inner.slices], Header(inner.size, 3, 8)))


if __name__ == "__main__":
    main()
