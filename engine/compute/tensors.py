"""Pixels to tensors and back; nothing else in the engine does that.

Inside, a picture is *planes*: (N, 3, H, W) float32 in [0, 1]. The first item holds the colours, grey repeated three
times; where there is transparency a second item holds the alpha as a grey picture. So alpha takes the same way through
the same model as the colours do.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.picture import Header, Pixels

Planes = Tensor
"""A picture inside, as above. By this name whoever must not load torch can speak of it."""


def to_planes(pixels: Pixels) -> Tensor:
    """(H, W, C) integers of 8 or 16 bits to planes (1 or 2, 3, H, W)."""
    levels = np.iinfo(pixels.dtype).max
    channels = torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1).div_(levels)  # (C, H, W)
    count = channels.shape[0]
    colours = channels[:3] if count >= 3 else channels[:1].expand(3, -1, -1)
    if count in (1, 3):
        return colours[None]
    return torch.stack([colours, channels[-1:].expand(3, -1, -1)])


def to_pixels(planes: Tensor, header: Header) -> Pixels:
    """Planes (N, 3, h, W) to integers (h, W, C) as the header has them: clamped, rounded to the nearest level.

    Grey is the mean of the three colours. An alpha that the planes lack is opaque; one that the header lacks is laid
    on white.
    """
    colours = planes[0]
    if len(planes) > 1 and not header.has_alpha:
        colours = 1 - (1 - colours) * planes[1].clamp(0, 1)
    colours = colours if header.channels >= 3 else colours.mean(0, keepdim=True)
    parts = [colours]  # (1 or 3, h, W)
    if header.has_alpha:
        parts.append(planes[1].mean(0, keepdim=True) if len(planes) > 1 else torch.ones_like(colours[:1]))
    channels = torch.cat(parts) if len(parts) > 1 else colours
    levels = np.iinfo(header.dtype).max
    numbers = channels.permute(1, 2, 0).mul(levels).round_().clamp_(0, levels).contiguous()  # (h, W, C)
    values = numbers.numpy()  # numpy converts five times as fast as torch
    return values.astype(np.uint8) if header.depth == 8 else values.astype(np.uint16)


def bled(planes: Tensor, *, radius: int = 16) -> Tensor:
    """Planes whose colours reach ``radius`` pixels into fully transparent areas, so that nothing hidden shines through.

    Planes without alpha come back as they are. Each round gives a transparent pixel the mean of its coloured
    neighbours; what is farther away than ``radius`` keeps its colour, which no model can see from the visible part.
    """
    if len(planes) == 1 or bool((planes[1, 0] > 0).all()):
        return planes
    known = (planes[1:2, :1] > 0).to(planes.dtype)  # (1, 1, H, W): 1 where a colour is known
    colours = planes[:1] * known  # (1, 3, H, W)
    for _ in range(radius):
        both = torch.cat([colours, known], 1)
        spread = torch.nn.functional.avg_pool2d(both, 3, 1, 1, count_include_pad=False)  # (1, 4, H, W): means of 3 x 3
        reached = (known == 0) & (spread[:, 3:] > 0)
        colours = torch.where(reached, spread[:, :3] / spread[:, 3:].clamp(min=1e-12), colours)
        known = torch.where(reached, torch.ones_like(known), known)
    return torch.cat([torch.where(known > 0, colours, planes[:1]), planes[1:]])
