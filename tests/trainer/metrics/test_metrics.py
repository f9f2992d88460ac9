"""Metrics against independent implementations and the paper's figures."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from torch import Tensor

from tests.trainer.conftest import made_photo
from trainer.errors import MissingFeatures
from trainer.evaluation.evaluate import MetricNetworks, evaluate, means
from trainer.evaluation.evaluation_sets import ImagePair, read_tensor
from trainer.evaluation.methods import model_method
from trainer.metrics.metrics import daala_ssim, feature_distance, luma, psnr, psnr_y, ssim
from trainer.metrics.niqe import load_pristine_model, niqe
from trainer.metrics.vgg import load_vgg19


def tensor(image: object) -> Tensor:
    return torch.from_numpy(np.array(image)).permute(2, 0, 1)[None].float() / 255


def pair(width: int = 70, height: int = 50) -> tuple[Tensor, Tensor]:
    hr = tensor(made_photo(0, width, height))
    sr = hr + 0.08 * torch.randn(hr.shape, generator=torch.Generator().manual_seed(1))
    return (sr.clamp(0, 1) * 255).round() / 255, hr


def grey_levels(rgb: Tensor, border: int = 4) -> np.ndarray:
    """Luma as the formula says, in plain numpy."""
    red, green, blue = rgb[0].double().numpy()
    whole = 16 + 65.481 * red + 128.553 * green + 24.966 * blue
    return whole[border:-border, border:-border]


def test_psnr_is_scikit_images() -> None:
    sr, hr = pair()
    expected = peak_signal_noise_ratio(grey_levels(hr), grey_levels(sr), data_range=255)
    assert psnr_y(sr, hr, 4) == pytest.approx(expected, abs=1e-9)


def test_ssim_is_scikit_images() -> None:
    sr, hr = pair()
    expected = structural_similarity(
        grey_levels(hr),
        grey_levels(sr),
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=255,
        full=True,
    )[1][5:-5, 5:-5].mean()
    assert ssim(sr, hr, 4) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("width", "height"), [(70, 50), (40, 90), (300, 280)])
def test_daala_ssim_is_the_direct_sum(width: int, height: int) -> None:
    sr, hr = pair(width, height)
    expected = daala_by_definition(np.rint(grey_levels(sr)), np.rint(grey_levels(hr)))
    assert daala_ssim(sr, hr, 4) == pytest.approx(expected, abs=1e-9)


def daala_by_definition(x: np.ndarray, y: np.ndarray) -> float:
    """Place by place, the window cut at the borders, as the tool's loops do."""
    height, width = x.shape
    sigma = height * 1.5 / 256
    radius = int(sigma * math.sqrt(-2 * math.log(math.sqrt(0.5 * math.pi) * sigma / 1024)))
    half = [
        int(1024 / (math.sqrt(2 * math.pi) * sigma) * math.exp(-0.5 * (i / sigma) ** 2) + 0.5)
        for i in range(radius + 1)
    ]
    kernel = np.array([*half[:0:-1], 1024 - 2 * sum(half[1:]), *half[1:]], dtype=np.float64)
    total = weights = 0.0
    for row in range(height):
        top, bottom = max(row - radius, 0), min(row + radius + 1, height)
        down = kernel[top - row + radius : bottom - row + radius]
        for column in range(width):
            left, right = max(column - radius, 0), min(column + radius + 1, width)
            window = np.outer(down, kernel[left - column + radius : right - column + radius])
            a, b, w = x[top:bottom, left:right], y[top:bottom, left:right], window.sum()
            first, second = (0.01 * 255 * w) ** 2, (0.03 * 255 * w) ** 2
            mx, my = (window * a).sum(), (window * b).sum()
            xx, yy, xy = (window * a * a).sum(), (window * b * b).sum(), (window * a * b).sum()
            value = (2 * mx * my + first) * (second + 2 * (xy * w - mx * my))
            value /= (mx**2 + my**2 + first) * (xx * w - mx**2 + yy * w - my**2 + second)
            total, weights = total + w * value, weights + w
    return total / weights


def test_equal_pictures_are_equal_to_every_metric(vgg19_file: Path) -> None:
    _, hr = pair()
    features = load_vgg19(vgg19_file, ["conv1_2", "conv3_4"])
    assert psnr_y(hr, hr, 4) == 100 and psnr(hr, hr) == 100
    assert ssim(hr, hr, 4) == pytest.approx(1) and daala_ssim(hr, hr, 4) == pytest.approx(1)
    assert feature_distance(features, hr, hr) == 0


def test_feature_distance_grows_with_damage(vgg19_file: Path) -> None:
    sr, hr = pair()
    features = load_vgg19(vgg19_file, ["conv1_2", "conv3_4"])
    assert 0 < feature_distance(features, (sr + hr) / 2, hr) < feature_distance(features, sr, hr) < 2


@given(level=st.integers(0, 255))
def test_luma_of_grey_runs_from_16_to_235(level: int) -> None:
    grey = torch.full((1, 3, 1, 1), level / 255)
    assert luma(grey).item() == pytest.approx(16 + 219 * level / 255, abs=1e-4)
    assert luma(grey[:, :1]).item() == pytest.approx(level, abs=1e-4)


def test_niqe_of_a_known_picture(shared_data: Path) -> None:
    """5.7296 is what the usual implementations give for ``baboon``, the first picture of Set14."""
    model = load_pristine_model(shared_data / "features/niqe_pris_params.npz")
    baboon = read_tensor(shared_data / "eval/Set14/HR/img_001.png")
    assert niqe(luma(baboon), model) == pytest.approx(5.7296, abs=1e-3)
    assert math.isnan(niqe(luma(baboon[..., :96, :120]), model))


def test_niqe_refuses_other_files(tmp_path: Path) -> None:
    (tmp_path / "other.npz").write_bytes(b"junk")
    with pytest.raises(MissingFeatures, match=r"other\.npz"):
        load_pristine_model(tmp_path / "other.npz")


@pytest.mark.parametrize(
    ("data", "method", "psnr_paper", "ssim_paper"),
    [
        ("Set5", "nearest", 26.26, 0.7552),
        ("Set5", "bicubic", 28.43, 0.8211),
        ("Set14", "nearest", 24.64, 0.7100),
        ("Set14", "bicubic", 25.99, 0.7486),
    ],
)
def test_resampling_reproduces_the_paper(
    shared_data: Path, data: str, method: str, psnr_paper: float, ssim_paper: float
) -> None:
    methods = {method: model_method(method, torch.device("cpu"))}
    figures = means(evaluate([shared_data / "eval" / data], methods, MetricNetworks()))[data, method]
    assert figures["PSNR-Y"] == pytest.approx(psnr_paper, abs=0.02)
    assert figures["SSIM (daala)"] == pytest.approx(ssim_paper, abs=0.002)


def test_what_is_scored_is_what_is_saved() -> None:
    """Flat to the rim, as the network alone would not give it."""
    flat = torch.full((1, 3, 24, 16), 200 / 255)
    result = model_method("srgan", torch.device("cpu"))(ImagePair("flat", flat, flat))
    assert torch.equal(result, torch.full((1, 3, 96, 64), 200 / 255))


def test_a_large_photo_is_scored_in_parts(tmp_path: Path, vgg19_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(2):
        made_photo(seed, 260, 180).save(tmp_path / f"{seed}.png")
    networks = MetricNetworks(features=load_vgg19(vgg19_file, ["conv1_2", "conv2_2"]))
    cpu = torch.device("cpu")
    methods = {name: model_method(name, cpu) for name in ("bicubic", "srresnet", "srresnet+0.5*srgan")}
    whole = evaluate([tmp_path], methods, networks)
    monkeypatch.setattr("trainer.evaluation.methods.LARGE", 1000)
    parts = evaluate([tmp_path], methods, networks)
    for first, second in zip(whole, parts, strict=True):
        assert second.figures == pytest.approx(first.figures, abs=5e-3), second
    monkeypatch.setattr("trainer.evaluation.evaluate.PIECE", 100)
    for first, second in zip(whole, evaluate([tmp_path], methods, networks), strict=True):
        assert second.figures["VGG19 distance"] == pytest.approx(first.figures["VGG19 distance"], rel=0.1)
        assert second.figures["VGG19 distance"] != first.figures["VGG19 distance"]
