"""LPIPS against the same sum written on torchvision's AlexNet."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.models.torchvision_operators import define_missing_operators
from trainer.errors import MissingFeatures
from trainer.metrics.lpips import load_lpips

SLICES = {"slice1.0": 0, "slice2.3": 3, "slice3.6": 6, "slice4.8": 8, "slice5.10": 10}


def test_lpips_is_the_authors_sum(tmp_path: Path) -> None:
    define_missing_operators()
    from torchvision.models import alexnet

    torch.manual_seed(0)
    features = alexnet(weights=None).features.eval().requires_grad_(False)
    opinions = [torch.rand(1, features[number].out_channels, 1, 1) for number in SLICES.values()]
    state = {f"lin{index}.model.1.weight": opinion for index, opinion in enumerate(opinions)}
    for name, number in SLICES.items():
        state |= {f"net.{name}.{kind}": getattr(features[number], kind).data for kind in ("weight", "bias")}
    save_file(state, tmp_path / "lpips.safetensors")

    def vectors(rgb: Tensor) -> list[Tensor]:
        shift, scale = torch.tensor([-0.030, -0.088, -0.188]), torch.tensor([0.458, 0.448, 0.450])
        x = (2 * rgb - 1 - shift.view(3, 1, 1)) / scale.view(3, 1, 1)
        outputs = [features[: number + 2](x.clone()) for number in SLICES.values()]
        return [each / (each.square().sum(1, keepdim=True).sqrt() + 1e-10) for each in outputs]

    first, second = torch.rand(2, 1, 3, 80, 96)
    pairs = zip(vectors(first), vectors(second), opinions, strict=True)
    expected = sum(((a - b) ** 2 * opinion).sum(1).mean() for a, b, opinion in pairs)
    ours = load_lpips(tmp_path / "lpips.safetensors")
    assert ours.distance(first, second) == pytest.approx(float(expected), rel=1e-4)
    assert ours.distance(first, first) == 0


def test_other_files_are_refused(tmp_path: Path) -> None:
    save_file({"other": torch.zeros(1)}, tmp_path / "other.safetensors")
    with pytest.raises(MissingFeatures, match="does not hold LPIPS"):
        load_lpips(tmp_path / "other.safetensors")
