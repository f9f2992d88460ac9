"""Scores of methods on sets of photos, by one protocol, beside the paper's figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from trainer.data.degradation.fixed import damaged
from trainer.data.degradation.reduction import reduced
from trainer.evaluation.evaluation_sets import ImagePair, like, pairs
from trainer.evaluation.methods import Method
from trainer.evaluation.tables import with_damage
from trainer.metrics.lpips import Lpips
from trainer.metrics.metrics import daala_ssim, feature_distance, luma, psnr, psnr_y, ssim
from trainer.metrics.niqe import PristineModel, niqe
from trainer.metrics.phases import lag_4, phase_energies, phase_ratio
from trainer.metrics.vgg import Vgg19

_RATIO = "phase ratio"
BORDER = 4
"""Pixels cut from every side before PSNR and SSIM, as in the paper."""
PIECE = 1_024
"""Side in pixels of the pieces that metric networks look at one at a time."""
PROTOCOL = (
    "Scale 4. LR as given, else by MATLAB's antialiased bicubic, rounded to 8 bits, as are results. PSNR and both "
    "SSIMs on the luma of BT.601 (16 to 235), 4 pixels cut from every border; grey photos as stored, as in the paper. "
    "SSIM: 11 x 11 Gaussian of sigma 1.5. SSIM (daala): the paper's tool on 8-bit luma, not to be compared with it. "
    "LPIPS: version 0.1, AlexNet. VGG19 distance: squared difference of unit feature vectors, mean of five layers, 0 "
    "is equal; it is not LPIPS. Both, of photos beyond 1 megapixel, are means over pieces. NIQE: lower is more "
    "natural. Phase ratio: largest over smallest energy of fine detail among the sixteen pixels of an LR pixel, by the "
    "mean energies of all photos; 1 without lattice. Lag-4: how alike fine detail is to itself four pixels on; "
    "lattices are negative. Consistency: PSNR of the reduced result against the input."
)


@dataclass(frozen=True)
class MetricNetworks:
    """What some metrics need: the networks of LPIPS and VGG19, and NIQE's statistics of undamaged photos. A metric
    whose part is None is left out.
    """

    lpips: Lpips | None = None
    features: Vgg19 | None = None
    pristine: PristineModel | None = None


@dataclass(frozen=True)
class PhotoScore:
    """One method on one photo of the set ``data``: figures by metric, and the result's ``phase_energies`` (16,)."""

    data: str
    method: str
    photo: str
    figures: Mapping[str, float]
    phases: Tensor


def evaluate(
    data: Iterable[Path],
    methods: Mapping[str, Method],
    networks: MetricNetworks,
    said: Callable[[PhotoScore], None] = lambda score: None,
    damages: Collection[str] = (),
) -> list[PhotoScore]:
    """Score every method on every photo of every set; ``said`` hears each score as it comes. Raises BadPhotos.

    With ``damages``, by their names in ``degradation.fixed``, each set becomes as many, called ``with_damage``.
    """
    scores = []
    for folder in data:
        for label, pair in _all_pairs(folder, damages):
            for name, method in methods.items():
                result = method(pair)
                phases = phase_energies(like(result, pair.hr))
                score = PhotoScore(label, name, pair.name, figures(result, pair, networks), phases)
                said(score)
                scores.append(score)
    return scores


def _all_pairs(folder: Path, damages: Collection[str]) -> Iterator[tuple[str, ImagePair]]:
    for pair in pairs(folder, 4):
        if not damages:
            yield folder.name, pair
        for damage in damages:
            yield with_damage(folder.name, damage), replace(pair, lr=damaged(pair.lr, damage, pair.name))


def figures(result: Tensor, pair: ImagePair, networks: MetricNetworks) -> dict[str, float]:
    """All figures of one result (1, 3, H, W), by metric."""
    sr, hr = like(result, pair.hr), pair.hr
    measured = {
        "PSNR-Y": psnr_y(sr, hr, BORDER),
        "SSIM": ssim(sr, hr, BORDER),
        "SSIM (daala)": daala_ssim(sr, hr, BORDER),
    }
    colour = [each.expand(1, 3, -1, -1) for each in (sr, hr)]
    if networks.lpips is not None:
        device = networks.lpips.shift.device
        measured["LPIPS"] = _by_pieces(networks.lpips.distance, *(each.to(device) for each in colour))
    if networks.features is not None:
        device = networks.features.mean.device
        distance = partial(feature_distance, networks.features)
        measured["VGG19 distance"] = _by_pieces(distance, *(each.to(device) for each in colour))
    if networks.pristine is not None:
        measured["NIQE"] = niqe(luma(sr), networks.pristine)
    measured |= {_RATIO: phase_ratio(phase_energies(sr)), "lag-4": lag_4(sr)}
    measured["consistency"] = psnr(reduced(like(result, pair.lr), 4), pair.lr)
    return measured


def _by_pieces(distance: Callable[[Tensor, Tensor], float], sr: Tensor, hr: Tensor) -> float:
    """A distance whose networks take kilobytes a pixel: of a large photo the mean over pieces, by their size."""
    if hr.shape[-2] * hr.shape[-1] <= PIECE**2:
        return distance(sr, hr)
    counts = [-(-side // PIECE) for side in hr.shape[-2:]]
    pieces = [
        [piece for rows in each.tensor_split(counts[0], 2) for piece in rows.tensor_split(counts[1], 3)]
        for each in (sr, hr)
    ]
    weighted = [first.numel() * distance(first, second) for first, second in zip(*pieces, strict=True)]
    return float(sum(weighted) / hr.numel())


def means(scores: Iterable[PhotoScore]) -> dict[tuple[str, str], dict[str, float]]:
    """Means over the photos, by (set, method); NaN (NIQE of a small photo) is left out. The phase ratio is that of the
    mean energies: of one photo it is never quite 1, of many it comes near.
    """
    by_method: dict[tuple[str, str], list[PhotoScore]] = {}
    for score in scores:
        by_method.setdefault((score.data, score.method), []).append(score)
    return {key: _means(group) for key, group in by_method.items()}


def _means(group: Sequence[PhotoScore]) -> dict[str, float]:
    averaged = {name: _mean(each.figures[name] for each in group) for name in group[0].figures}
    return averaged | {_RATIO: phase_ratio(torch.stack([each.phases for each in group]).mean(0))}


def _mean(values: Iterable[float]) -> float:
    kept = [value for value in values if not math.isnan(value)]
    return sum(kept) / len(kept) if kept else math.nan
