"""Render the sample pictures: ``python -m resources.render_samples OUT``.

``--scale 4`` renders the reference that an upscaled sample is measured against; the samples themselves are scale 1.
The pictures in ``resources/unseen`` are drawn by their names: ``python -m resources.render_samples OUT grapes coins``.
"""

import argparse
from importlib import import_module
from pathlib import Path

from .render.renderer import Scene, render

NAMES = ["still-life", "leaves", "old-print"]
UNSEEN = ["grapes", "berries", "coins"]
"""The same scenes from elsewhere: a fine-tune is judged on them, and nothing is taught on them."""


def build_scene(name: str) -> Scene:
    """The scene of a picture; its textures are computed now, which takes seconds."""
    if name in UNSEEN:
        scene: Scene = getattr(import_module(".render.other_views", __package__), name)()
        return scene
    return import_module(f".render.{name.replace('-', '_')}", __package__).scene()


def main() -> None:
    """Render the named samples, or all, into a folder."""
    parser = argparse.ArgumentParser(description="Render Fourfold's sample pictures.")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(NAMES + UNSEEN)} (default: samples)")
    parser.add_argument("--scale", type=float, default=1.0, help="size: 1 for a sample, 4 for its reference")
    parser.add_argument("--fineness", type=int, default=4, help="points across each pixel (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each point is seen (default: %(default)s)")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES + UNSEEN):
        parser.error(f"there is no sample named {', '.join(sorted(unknown))}")
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or NAMES:
        image = render(build_scene(name), options.scale, options.fineness, options.rounds)
        image.save(options.out / f"{name}.jpg", quality=97, subsampling="4:4:4", optimize=True)


if __name__ == "__main__":
    main()
