"""Arithmetic on arrays of 3-vectors, the last axis holding x, y, z."""

import numpy as np

Array = np.ndarray


def vector(*values: float) -> Array:
    """A float32 vector."""
    return np.array(values, np.float32)


def dot(a: Array, b: Array) -> Array:
    """Scalar products along the last axis."""
    return np.einsum("...i,...i->...", a, b)


def normalise(a: Array) -> Array:
    """Each vector at length 1."""
    return a / np.sqrt(dot(a, a))[..., None]


def reflect(direction: Array, normal: Array) -> Array:
    """The direction mirrored by the surface."""
    return direction - 2 * dot(direction, normal)[..., None] * normal


def frame(up: Array, towards: Array) -> Array:
    """A (3, 3) rotation whose rows are side, up and forward: `up` exactly, `towards` as nearly as possible."""
    up = normalise(np.asarray(up, np.float32))
    side = normalise(np.cross(up, np.asarray(towards, np.float32)))
    return np.stack([side, up, np.cross(side, up)]).astype(np.float32)
