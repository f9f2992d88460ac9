"""NIQE (Mittal, Soundararajan and Bovik, 2013): how far a picture's statistics are from those of undamaged photos.

It needs no original and ranks only coarsely. Its published parameters are a file that is given, not part of Fourfold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from engine.models.resampling import resize
from trainer.errors import MissingFeatures

_BLOCK = 96
_SHAPES = np.arange(0.2, 10.001, 0.001)
"""Exponents of a generalised Gaussian that are tried."""
_NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))

Array = NDArray[np.float64]


def _ratio(shape: Array) -> Array:
    """Squared mean of the absolute value over the mean square, of a generalised Gaussian."""
    gamma = np.vectorize(math.lgamma)
    ratio: Array = np.exp(2 * gamma(2 / shape) - gamma(1 / shape) - gamma(3 / shape))
    return ratio


_RATIOS = _ratio(_SHAPES)


@dataclass(frozen=True)
class PristineModel:
    """Mean (36,) and covariance (36, 36) of the features of undamaged photos, and the window (7, 7) they were taken
    with.
    """

    mean: Array
    covariance: Array
    window: Array


def load_pristine_model(path: Path) -> PristineModel:
    """Read the published parameters from an .npz file. Raises MissingFeatures."""
    try:
        with np.load(path) as file:
            arrays = [np.asarray(file[name], dtype=np.float64) for name in _NAMES]
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise MissingFeatures(f"NIQE's parameters cannot be read from {path}: {error}.") from error
    return PristineModel(arrays[0].reshape(-1), arrays[1], arrays[2])


_NAMES = ("mu_pris_param", "cov_pris_param", "gaussian_window")


def niqe(luma: Tensor, model: PristineModel) -> float:
    """NIQE of luma (1, 1, H, W) in 0..255; lower is better. NaN where it is smaller than two blocks of 96 px."""
    return niqe_of_all([luma], model)


def niqe_of_all(lumas: Iterable[Tensor], model: PristineModel) -> float:
    """NIQE of several small pictures as if they were parts of one. NaN where they have not two blocks of 96 px."""
    features = np.vstack([np.empty((0, 36)), *(_picture_features(luma, model.window) for luma in lumas)])
    features = features[~np.isnan(features).any(1)]
    if len(features) < 2:
        return math.nan
    difference = features.mean(0) - model.mean  # (36,)
    covariance = (np.cov(features, rowvar=False) + model.covariance) / 2  # (36, 36)
    return float(np.sqrt(difference @ np.linalg.pinv(covariance) @ difference))


def _picture_features(luma: Tensor, window: Array) -> Array:
    """36 features of each whole block, at full size and half: (blocks, 36)."""
    height, width = (side // _BLOCK * _BLOCK for side in luma.shape[-2:])
    if not height * width:
        return np.empty((0, 36))
    picture = luma[..., :height, :width].double().round()
    half = resize(picture, height // 2, width // 2)
    whole = _block_features(_normalised(picture, window), _BLOCK)
    return np.hstack([whole, _block_features(_normalised(half, window), _BLOCK // 2)])


def _normalised(picture: Tensor, window: Array) -> Array:
    """Every pixel less its local mean, over its local deviation plus one; (H, W)."""
    kernel = torch.from_numpy(window)[None, None]
    radius = window.shape[0] // 2
    padding = (radius, radius, radius, radius)
    mean = functional.conv2d(functional.pad(picture, padding, mode="replicate"), kernel)
    square = functional.conv2d(functional.pad(picture.square(), padding, mode="replicate"), kernel)
    deviation = (square - mean.square()).abs().sqrt()
    normalised: Array = ((picture - mean) / (deviation + 1))[0, 0].numpy()
    return normalised


def _block_features(picture: Array, side: int) -> Array:
    """18 features of each square block: (blocks, 18)."""
    rows, columns = picture.shape[0] // side, picture.shape[1] // side
    blocks = [
        picture[y * side : (y + 1) * side, x * side : (x + 1) * side] for x in range(columns) for y in range(rows)
    ]
    return np.array([_features(block) for block in blocks])


def _features(block: Array) -> list[float]:
    """18 of a block: the fit of its values, and of the products with neighbours in four directions."""
    shape, left, right = _fit(block)
    features = [shape, (left + right) / 2]
    for shift in _NEIGHBOURS:
        shape, left, right = _fit(block * np.roll(block, shift, axis=(0, 1)))
        mean = (right - left) * math.gamma(2 / shape) / math.gamma(1 / shape)
        features += [shape, mean, left, right]
    return features


def _fit(values: Array) -> tuple[float, float, float]:
    """Shape and the two scales of an asymmetric generalised Gaussian; NaN where one side is empty."""
    below, above = values[values < 0], values[values > 0]
    if not below.size or not above.size:
        return 1.0, math.nan, math.nan
    left, right = math.sqrt(np.mean(below**2)), math.sqrt(np.mean(above**2))
    ratio = left / right
    measured = np.mean(np.abs(values)) ** 2 / np.mean(values**2)
    measured *= (ratio**3 + 1) * (ratio + 1) / (ratio**2 + 1) ** 2
    shape = float(_SHAPES[np.argmin((_RATIOS - measured) ** 2)])
    spread = math.sqrt(math.gamma(1 / shape) / math.gamma(3 / shape))
    return shape, left * spread, right * spread
