"""The application icon in the sizes that the three systems ask for, drawn from ``resources/icons/fourfold.svg``.

``python -m release.icons FOLDER`` writes ``fourfold.ico``, ``fourfold.icns``, ``fourfold.svg`` and ``16.png`` to
``512.png``.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PIL import Image

SVG = Path(__file__).resolve().parent.parent / "resources/icons/fourfold.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def make_icons(folder: Path) -> None:
    """Write all icons into ``folder``, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SVG, folder)
    for size in SIZES:
        draw(size, folder / f"{size}.png")
    images = [Image.open(folder / f"{size}.png") for size in SIZES]
    small = [image for image in images if image.width <= 256]
    small[-1].save(folder / "fourfold.ico", sizes=[image.size for image in small], append_images=small)
    images[-1].save(folder / "fourfold.icns", append_images=[image for image in images if image.width >= 32])


def draw(size: int, target: Path) -> None:
    """Draw the icon ``size`` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    image.save(str(target))


if __name__ == "__main__":
    make_icons(Path(sys.argv[1]))
