"""The samples' scenes from elsewhere and in other light: pictures to judge by, which nothing is ever taught on."""

from dataclasses import replace

from . import leaves, old_print, still_life
from .camera import Camera
from .light import Lamp
from .scene import Scene


def grapes() -> Scene:
    """The still life from its right, near the grapes, in warm light from behind."""
    return replace(
        still_life.scene(),
        camera=Camera(eye=(27, 12, 24), target=(6.5, 2.6, 2.2), field=22, focus=30, aperture=0.35),
        lamp=Lamp(towards=(0.75, 0.6, -0.25), colour=(1.6, 1.36, 1.1), half_width=0.2, half_height=0.3, bars=0.02),
    )


def berries() -> Scene:
    """The shrub from its left and below, close to."""
    return replace(
        leaves.scene(),
        camera=Camera(eye=(-19, -3, 27), target=(-1.5, 0.5, 0), field=22, focus=32, aperture=0.6),
        lamp=Lamp(towards=(0.6, 0.7, 0.35), colour=(2.7, 2.4, 1.9), half_width=0.035, half_height=0.035),
    )


def coins() -> Scene:
    """The print from its far side, at a low angle."""
    return replace(
        old_print.scene(),
        camera=Camera(eye=(-13, 12, -13), target=(0, 0, 0), field=24, focus=21.5, aperture=0.25),
        lamp=Lamp(towards=(0.7, 0.55, -0.5), colour=(1.45, 1.4, 1.35), half_width=0.16, half_height=0.2),
    )
