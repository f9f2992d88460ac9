"""Makes the pictures of the README: details of the samples by nearest, bicubic, SRResNet and SRGAN, side by side.

Run it from the top of the repository: ``.venv/bin/python -m tools.make_pictures`` writes ``docs/pictures``.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from engine.compute.tensors import to_pixels, to_planes
from engine.files.reading import open_photo
from engine.geometry import Region
from engine.jobs.method import Method
from engine.models import catalog
from engine.picture import Header

ROOT = Path(__file__).resolve().parent.parent

METHODS = {
    catalog.NEAREST: "Nearest",
    catalog.BICUBIC: "Bicubic",
    catalog.CLEAN.faithful: "SRResNet",
    catalog.CLEAN.textured: "SRGAN",
}
DETAILS = {
    "still-life": Region(205, 110, 295, 190),
    "leaves": Region(380, 120, 470, 200),
    "old-print": Region(300, 200, 390, 280),
}
"""Of each sample the part that is shown, in its own pixels."""
CAPTION, GAP = 28, 4


def main() -> None:
    """Write the pictures."""
    target = ROOT / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    runners = {name: Method(name).runner() for name in METHODS}
    for name, region in DETAILS.items():
        photo = open_photo(ROOT / "resources" / "samples" / f"{name}.jpg")
        planes = to_planes(photo.picture().pixels)
        margin = region.grown(40).clipped(Region.of(photo.header.size))
        seen = planes[:, :, margin.top : margin.bottom, margin.left : margin.right]
        inner = region.moved(-margin.left, -margin.top).scaled(catalog.SCALE)
        header = Header(region.size.scaled(catalog.SCALE), 3, 8)
        panels = {}
        for method, runner in runners.items():
            whole = runner.run(seen)
            panels[METHODS[method]] = to_pixels(whole[:, :, inner.top : inner.bottom, inner.left : inner.right], header)
        strip({title: Image.fromarray(pixels) for title, pixels in panels.items()}).save(target / f"{name}.png")


def strip(panels: dict[str, Image.Image]) -> Image.Image:
    """The panels beside each other, each with its title above."""
    width, height = next(iter(panels.values())).size
    canvas = Image.new("RGB", (len(panels) * (width + GAP) - GAP, height + CAPTION), "#1e1e1e")
    draw, font = ImageDraw.Draw(canvas), ImageFont.load_default(15)
    for index, (title, panel) in enumerate(panels.items()):
        left = index * (width + GAP)
        canvas.paste(panel, (left, CAPTION))
        draw.text((left + 6, 6), title, "#e8e8e8", font)
    return canvas


if __name__ == "__main__":
    main()
