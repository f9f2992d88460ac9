"""How badly photos are damaged: ranges from which each crop draws, by name. No torch.

A real photo was blurred by its lens, has its sensor's noise and went through JPEG or WebP: one order of damage. Passed
on, it was reduced and compressed again: two orders.
"""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[float, float]


@dataclass(frozen=True)
class Order:
    """One order of damage. Each damage strikes its share of the crops, which draw its strength from its range.

    ``size`` is that of the picture against the final LR. ``blur`` is the sigma in pixels of that picture along the
    blur's long axis. ``noise`` is the standard deviation in grey levels of what is the same at every brightness,
    ``shot`` that of what grows with the light, at white. ``quality`` is JPEG's and WebP's. A sinc filter leaves the
    ringing of sharpening and of sharp-edged resizing.
    """

    blur: Range
    noise: Range
    shot: Range
    quality: Range
    size: Range = (1.0, 1.0)
    blur_share: float = 0.7
    noise_share: float = 0.6
    compressed_share: float = 0.75
    webp_share: float = 0.1
    sinc_share: float = 0.0


@dataclass(frozen=True)
class Kind:
    """A share of the damaged crops, and the orders of damage that they suffer, the last one at the final size."""

    share: float
    orders: tuple[Order, ...]


_MILD = (Order(blur=(0.0, 1.2), noise=(0.0, 8.0), shot=(0.0, 8.0), quality=(60, 95)),)
_STRONG = (
    Order(
        blur=(0.2, 1.5), noise=(1.0, 15.0), shot=(1.0, 20.0), quality=(40, 95), size=(0.75, 2.0), compressed_share=0.9
    ),
    Order(blur=(0.2, 1.0), noise=(0.0, 8.0), shot=(0.0, 8.0), quality=(40, 95), blur_share=0.4, sinc_share=0.4),
)

STAGES: dict[str, tuple[Kind, ...]] = {
    "none": (),
    "mild": (Kind(1.0, _MILD),),
    "strong": (Kind(1.0, _STRONG),),
    "photo": (Kind(0.64, _MILD), Kind(0.36, _STRONG)),
}
"""Damage by name. With a clean share of 0.3, ``photo`` is 30 % clean, 45 % mild and 25 % strong."""
