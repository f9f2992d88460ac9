"""How badly photos are damaged: ranges from which each crop draws, by name. No torch.

A real photo was blurred by its lens, has its sensor's noise and went through JPEG or WebP: one pass of degradation.
Passed on, it was reduced and compressed again: two passes, which the field calls second-order degradation.
"""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[float, float]


@dataclass(frozen=True)
class DegradationPass:
    """Blur, noise and compression, one after the other. Each strikes its share of the crops, and they draw its strength
    from its range.

    ``size`` is the picture's side as a multiple of the final LR's. ``blur`` is the sigma along the blur's long axis, in
    pixels of that picture. ``noise`` is the standard deviation, in grey levels, of noise that is the same at every
    brightness; ``shot`` is that of noise that grows with the light, at white. ``quality`` is JPEG's and WebP's. A sinc
    filter leaves the ringing of sharpening and of sharp-edged resizing.
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
class DegradationKind:
    """A share of the damaged crops, and the passes that they go through, the last one at the final size. Where it is
    ``done_to_lr``, they begin with the LR, which MATLAB's bicubic made of the photo, else with HR and any filter.
    """

    share: float
    passes: tuple[DegradationPass, ...]
    done_to_lr: bool = False


Mixture = tuple[DegradationKind, ...]
"""Kinds whose shares add up to one; an empty one leaves the crops clean."""

_MILD = (
    DegradationPass(blur=(0.0, 1.4), noise=(0.0, 12.0), shot=(0.0, 12.0), quality=(35, 95), compressed_share=0.85),
)
_LIGHT = (
    DegradationPass(
        blur=(0.0, 0.0),
        noise=(0.0, 2.0),
        shot=(0.0, 0.0),
        quality=(85, 100),
        blur_share=0.0,
        compressed_share=1.0,
        webp_share=0.0,
    ),
)
_STRONG = (
    DegradationPass(
        blur=(0.2, 1.5), noise=(1.0, 15.0), shot=(1.0, 20.0), quality=(30, 95), size=(0.75, 2.0), compressed_share=0.9
    ),
    DegradationPass(
        blur=(0.2, 1.0), noise=(0.0, 8.0), shot=(0.0, 8.0), quality=(30, 95), blur_share=0.4, sinc_share=0.4
    ),
)

DEGRADATIONS: dict[str, Mixture] = {
    "none": (),
    "light": (DegradationKind(1.0, _LIGHT, done_to_lr=True),),
    "mild": (DegradationKind(1.0, _MILD),),
    "strong": (DegradationKind(1.0, _STRONG),),
    "photo": (DegradationKind(0.64, _MILD), DegradationKind(0.36, _STRONG)),
}
"""Mixtures by name. ``light`` is what files of a good camera have. With a clean share of 0.3, ``photo`` is 30 % clean,
45 % mild and 25 % strong.
"""
