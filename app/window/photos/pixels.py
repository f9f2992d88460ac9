"""Pixels as pictures: what is transparent over a chequerboard, arrays as Pillow's and Qt's images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColorSpace, QImage

from app.window.platform.screen import SRGB

Colours = NDArray[np.uint8]
"""(h, w, 3) in the photo's own colour space."""

_CHECKS = (148, 108)
SQUARE = 8
"""Side of the chequerboard's squares in pixels of the photo."""


def opaque(pixels: NDArray[np.uint8], left: int = 0, top: int = 0, square: int = SQUARE) -> Colours:
    """(h, w, C) of any channels as colours; what is transparent lets a chequerboard shine through.

    ``left`` and ``top`` say where the pixels lie in the whole, so that the squares of two pieces meet.
    """
    channels = pixels.shape[2]
    colours = pixels[:, :, :3] if channels >= 3 else np.repeat(pixels[:, :, :1], 3, 2)
    if channels in (1, 3):
        return colours
    alpha = pixels[:, :, -1:].astype(np.uint16)
    rows, columns = np.indices(pixels.shape[:2])
    checks = np.where(((rows + top) // square + (columns + left) // square) % 2, *_CHECKS)[:, :, None]
    blended: Colours = ((colours * alpha + checks * (255 - alpha)) // 255).astype(np.uint8)
    return blended


def to_qimage(colours: Colours, space: QColorSpace = SRGB, screen: QColorSpace = SRGB) -> QImage:
    """Colours of a space as an opaque image for a screen, independent of the array."""
    colours = np.ascontiguousarray(colours)
    height, width, _ = colours.shape
    image = QImage(colours.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    if space != screen:
        image.setColorSpace(space)
        image.convertToColorSpace(screen)
    return image


def to_image(pixels: NDArray[np.uint8]) -> Image.Image:
    """(h, w, C) 8-bit pixels as Pillow's image."""
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else np.ascontiguousarray(pixels))
