"""Scores of methods on sets of photos, by one protocol, beside the paper's figures."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.compute.rows import Rows
from engine.geometry import Size
from engine.models.cards import read_card
from engine.models.networks import Generator
from engine.models.weights import Weights, load_weights, mixed
from trainer.data.degradation.fixed import damaged
from trainer.data.degradations import reduced
from trainer.errors import BadPhotos, BadRecipe
from trainer.evaluation.evaluation_sets import ImagePair, like, pairs, read_tensor
from trainer.evaluation.tables import with_damage
from trainer.metrics.lpips import Lpips
from trainer.metrics.metrics import daala_ssim, feature_distance, luma, psnr, psnr_y, ssim
from trainer.metrics.niqe import PristineModel, niqe
from trainer.metrics.vgg import Vgg19

BORDER = 4
LARGE = 400_000
"""Pixels of LR beyond which it is upscaled in parts."""
PIECE = 1_024
"""Side in pixels of what the networks that judge look at at once."""
PROTOCOL = (
    "Scale 4. LR as given, else by MATLAB's antialiased bicubic, rounded to 8 bits, as are results. PSNR and both "
    "SSIMs on the luma of BT.601 (16 to 235), 4 pixels cut from every border; grey photos as stored, as in the paper. "
    "SSIM: 11 x 11 Gaussian of sigma 1.5. SSIM (daala): the paper's tool on 8-bit luma, not to be compared with it. "
    "LPIPS: version 0.1, AlexNet. VGG19 distance: squared difference of unit feature vectors, mean of five layers, 0 "
    "is equal; it is not LPIPS. Both, of photos beyond 1 megapixel, are means over pieces. NIQE: lower is more "
    "natural. Consistency: PSNR of the reduced result against the input."
)

Method = Callable[[ImagePair], Tensor]
"""From a pair, of which it may look at the name and the LR, to the result (1, 3, 4h, 4w), unrounded."""


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
    """One method on one photo: figures by metric."""

    data: str
    method: str
    photo: str
    figures: Mapping[str, float]


def model_method(name: str, device: torch.device) -> Method:
    """A method by the name of a model (``bicubic``, ``srgan``, a weights file), or a mix such as
    ``srresnet+0.4*srgan``.

    Raises UnknownModel, BadWeights or ModelError.
    """
    blend = re.fullmatch(r"(.+)\+([0-9.]+)\*(.+)", name)
    if blend:
        first, share, second = blend.groups()
        network: nn.Module = mixed(_weights(first), _weights(second), float(share)).generator().to(device)
        halo = _halo(network)
    elif _is_own_file(name):
        network = load_weights(Path(name)).generator().to(device)
        halo = _halo(network)
    else:
        from engine.models.loading import load_model  # what a bare training machine may lack comes with it

        model = load_model(name)
        network, halo = model.network.to(device), model.halo

    @torch.no_grad()
    def upscale(pair: ImagePair) -> Tensor:
        if pair.lr.shape[-2] * pair.lr.shape[-1] > LARGE:
            return _in_parts(network, halo, pair.lr, device)
        result: Tensor = network(pair.lr.to(device).contiguous(memory_format=torch.channels_last))
        return result.cpu()

    return upscale


def _halo(network: nn.Module) -> int:
    assert isinstance(network, Generator)
    return network.dimensions.halo


def _in_parts(network: nn.Module, halo: int, lr: Tensor, device: torch.device) -> Tensor:
    """What the network makes of a large photo, row by row or in tiles, which the engine's tests prove to be the same;
    the whole at once would take 9 kB of memory a pixel.
    """
    from engine.compute.devices import Precision, find  # what a bare training machine may lack comes with them
    from engine.compute.runner import ModelRunner
    from engine.models.loading import Model

    runner = ModelRunner(Model("", 4, halo, network), find(str(device)), Precision.FLOAT32)
    rows = Rows(Size(lr.shape[-1], lr.shape[-2]), iter([lr]))
    return torch.cat([*runner.apply(rows).bands], 2)


def _is_own_file(name: str) -> bool:
    path = Path(name)
    return path.suffix == ".safetensors" and path.is_file() and read_card(path) is not None


def _weights(name: str) -> Weights:
    if _is_own_file(name):
        return load_weights(Path(name))
    from engine.models import catalog

    path = catalog.find(name).path
    return load_weights(path if path else Path(name))


def methods(models: Iterable[str], results: Iterable[str], device: torch.device) -> dict[str, Method]:
    """Methods by short names, from models as in ``model_method`` and ready results as ``NAME=FOLDER``.

    Raises BadRecipe where there is none or it is not of that form.
    """
    found: dict[str, Method] = {}
    for name in models:
        label = name if _short(name) in found else _short(name)  # two files of one name keep their folders
        found[label] = model_method(name, device)
    for each in results:
        name, equals, folder = each.partition("=")
        if not equals:
            raise BadRecipe(f"Results are given as NAME=FOLDER, not as {each}.")
        found[name] = folder_method(Path(folder))
    if not found:
        raise BadRecipe("Say what to evaluate, with --model or --results.")
    return found


def _short(name: str) -> str:
    """A weights file by its name alone."""
    return Path(name).stem if name.endswith(".safetensors") and "+" not in name else name


def folder_method(folder: Path) -> Method:
    """Ready results of any method: files named as the photos, in the folder or in one named as the set inside it."""

    def find(pair: ImagePair) -> Tensor:
        found = sorted(path for path in folder.rglob(f"{pair.name}*") if path.is_file())
        if not found:
            raise BadPhotos(f"There is no result for {pair.name} in {folder}.")
        result = read_tensor(found[0])
        if result.shape[-2:] != pair.hr.shape[-2:]:
            raise BadPhotos(f"{found[0]} is not of the size of {pair.name}.")
        return result.expand(1, 3, -1, -1)

    return find


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
                score = PhotoScore(label, name, pair.name, figures(method(pair), pair, networks))
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
    """Means over the photos, by (set, method); NaN (NIQE of a small photo) is left out."""
    by_method: dict[tuple[str, str], list[Mapping[str, float]]] = {}
    for score in scores:
        by_method.setdefault((score.data, score.method), []).append(score.figures)
    return {key: {name: _mean(each[name] for each in group) for name in group[0]} for key, group in by_method.items()}


def _mean(values: Iterable[float]) -> float:
    kept = [value for value in values if not math.isnan(value)]
    return sum(kept) / len(kept) if kept else math.nan
