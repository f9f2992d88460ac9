"""Render the sample pictures: ``python -m resources.render_samples OUT``.

``--scale 4`` renders the reference that an upscaled sample is measured against; the samples themselves are scale 1.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from .render import leaves, old_print, still_life
from .render.renderer import Scene, render

SCENES: dict[str, Callable[[], Scene]] = {
    "still-life": still_life.scene,
    "leaves": leaves.scene,
    "old-print": old_print.scene,
}


def main() -> None:
    """Render the named samples, or all, into a folder."""
    parser = argparse.ArgumentParser(description="Render Fourfold's sample pictures.")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("names", nargs="*", default=list(SCENES), metavar="NAME", help=f"of {', '.join(SCENES)}")
    parser.add_argument("--scale", type=float, default=1.0, help="size, 1 for a sample and 4 for its reference")
    parser.add_argument("--fineness", type=int, default=4, help="points across each pixel (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=2, help="how often each point is seen (default: %(default)s)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names:
        image = render(SCENES[name](), options.scale, options.fineness, options.rounds)
        image.save(options.out / f"{name}.jpg", quality=95, subsampling="4:4:4", optimize=True)


if __name__ == "__main__":
    main()
