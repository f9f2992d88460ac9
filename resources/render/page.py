"""A printed page: text in shrinking sizes, an engraved landscape and a rosette, as a table of ink."""

from itertools import cycle

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .noise import Texture, fractal
from .vectors import Array

WIDTH, HEIGHT = 15.0, 20.0  # centimetres
DOTS = 200  # a centimetre

_TITLE = "On Seeing Small Things"
_TEXT = (
    "Whoever walks with a glass in the pocket walks twice. The first walk is the one that everybody takes, past the "
    "wall, the orchard and the gate. The second begins where the first one stops: a palm of lichen, the weave of a "
    "sleeve, the bloom on a plum that a thumb has rubbed away. Nothing in it is rare. It is only near. We had looked "
    "at the wall for years and called it grey, and under the glass it was never grey; it was rose and slate and a "
    "black that shone like the back of a beetle. So it is with print. From the far side of a table a page is a "
    "colour. From the near side it is a page. Nearer still it is a field of strokes, each with its own edge, and "
    "where the metal pressed too hard the ink has crept along a fibre and stayed. A picture that is enlarged tells us "
    "what was there; a picture that is enlarged well also knows what it cannot tell. "
)


def ink() -> Array:
    """Ink coverage (HEIGHT, WIDTH) at DOTS a centimetre, float32 from 0 (paper) to 1."""
    sheet = Image.new("L", (round(WIDTH * DOTS), round(HEIGHT * DOTS)), 0)
    draw = ImageDraw.Draw(sheet)
    _frame(draw)
    _centred(draw, _TITLE, 2.0, 1.02)
    _centred(draw, "with two engravings and a scale of letters", 3.12, 0.36)
    _paste(sheet, _landscape(6.3, 4.3), 1.5, 4.3)
    _rosette(draw, 10.9, 6.4, 2.15)
    _centred(draw, "FIG. 1.  The valley, from the mill.", 8.78, 0.21, middle=4.65)
    _centred(draw, "FIG. 2.  A rosette of forty-eight lines.", 8.78, 0.21, middle=10.9)
    _shrinking_text(draw, top=9.5, left=1.5, right=13.5, sizes=[0.42, 0.36, 0.30, 0.25, 0.21, 0.17])
    return np.asarray(sheet, np.float32) / 255


def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(round(size * DOTS))


def _frame(draw: ImageDraw.ImageDraw) -> None:
    """A thick and a thin line around the page."""
    for inset, width in [(0.75, 0.06), (0.9, 0.02)]:
        corners = [round(value * DOTS) for value in (inset, inset, WIDTH - inset, HEIGHT - inset)]
        draw.rectangle(corners, outline=255, width=round(width * DOTS))


def _centred(draw: ImageDraw.ImageDraw, text: str, y: float, size: float, middle: float = WIDTH / 2) -> None:
    draw.text((middle * DOTS, y * DOTS), text, 255, _font(size), anchor="mm")


def _shrinking_text(draw: ImageDraw.ImageDraw, top: float, left: float, right: float, sizes: list[float]) -> None:
    """The text set in justified lines, over and over, in ever smaller letters."""
    words = cycle(_TEXT.split())
    waiting = next(words)
    for size in sizes:
        font = _font(size)
        for _ in range(round(1.1 / size)):
            line = [waiting]
            for word in words:
                if font.getlength(" ".join([*line, word])) > (right - left) * DOTS:
                    waiting = word
                    break
                line.append(word)
            _justified(draw, line, font, left * DOTS, top * DOTS, right * DOTS)
            top += size * 1.32
        top += size * 0.5


def _justified(
    draw: ImageDraw.ImageDraw, line: list[str], font: ImageFont.FreeTypeFont, x: float, y: float, right: float
) -> None:
    """A line of words from x to right, in dots, on the base line y."""
    gap = (right - x - sum(font.getlength(word) for word in line)) / max(len(line) - 1, 1)
    for word in line:
        draw.text((x, y), word, 255, font, anchor="ls")
        x += font.getlength(word) + gap


def _paste(sheet: Image.Image, part: Array, x: float, y: float) -> None:
    sheet.paste(Image.fromarray((part * 255).astype(np.uint8)), (round(x * DOTS), round(y * DOTS)))


def _landscape(width: float, height: float) -> Array:
    """Hills under a hatched sky: parallel lines that swell where the engraver saw shade."""
    y, x = np.mgrid[0 : round(height * DOTS), 0 : round(width * DOTS)] / DOTS
    rough, smooth = Texture(fractal(51, 1.5, 1), 14), Texture(fractal(52, 2.0, 1, 12), 14)
    sun = np.hypot(x - 4.6, y - 1.05)
    tone = np.clip(0.55 - 0.22 * y + 0.12 * smooth.at(x, y * 4), 0.1, 0.8) * np.clip((sun - 0.4) * 1.4, 0, 1)
    drawn = _hatch(y + 0.01 * np.sin(x * 3), tone, 0.06)
    for layer, (base, rise) in enumerate([(1.75, 0.40), (2.3, 0.25), (2.8, 0.20), (3.45, 0.16)]):
        ridge = base + rise * rough.at(x * 0.7 + layer * 3.1, 0 * x + 2 * layer)
        depth = y - ridge
        shade = smooth.at(x * 1.3 + 3 * layer, depth * 1.5)
        tone = np.clip(0.42 + 0.28 * shade + 0.05 * layer - 0.3 * np.clip(depth, 0, 1), 0.1, 0.85)
        across = x * (0.8 - 0.45 * layer) + y * 0.75 + 0.12 * smooth.at(x + layer, y)
        lines = np.maximum(_hatch(across, tone, 0.065), _hatch(across - 1.5 * x, np.clip(tone - 0.5, 0, 1), 0.075))
        drawn = np.where(depth > -0.012, np.maximum(lines, np.abs(depth) < 0.012), drawn)
    edge = np.minimum(np.minimum(x, width - x), np.minimum(y, height - y))
    return np.where(edge < 0.02, 1.0, drawn)


def _hatch(across: Array, tone: Array, pitch: float) -> Array:
    """Lines a pitch apart that cover `tone` of the paper; none where it is nearly white."""
    off = np.abs((across / pitch) % 1 - 0.5) * 2
    return np.clip((tone - off) * pitch * DOTS / 2 + 0.5, 0, 1) * (tone > 0.06)


def _rosette(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    """Forty-eight waving rings, as on banknotes, around a figure."""
    turn = np.linspace(0, 2 * np.pi, 2400)
    for k in range(48):
        phase = 2 * np.pi * k / 48
        wave = 0.74 + 0.17 * np.cos(12 * turn + phase) + 0.085 * np.cos(24 * turn - 2 * phase) * np.cos(phase)
        points = np.stack([x + radius * wave * np.cos(turn), y + radius * wave * np.sin(turn)], axis=-1) * DOTS
        draw.line([tuple(point) for point in points.tolist()], fill=255, width=2)
    for inset in (1.0, 1.04):
        reach = radius * inset * DOTS
        draw.ellipse((x * DOTS - reach, y * DOTS - reach, x * DOTS + reach, y * DOTS + reach), outline=255, width=4)
    draw.text((x * DOTS, y * DOTS), "4", 255, _font(1.35), anchor="mm")
