"""Bicubic is MATLAB's ``imresize``, which the paper's figures rest on; nearest takes the pixel under the centre."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from torch import Tensor

from engine.models.resampling import Kernel, bicubic_taps, linear_taps, nearest_taps, resample, resize
from tests.engine.making import noise

KERNELS = st.sampled_from([bicubic_taps, nearest_taps])


def matlab_axis(samples: np.ndarray, out_length: int) -> np.ndarray:
    """``imresize`` along the first axis, one output at a time, counting from one as MATLAB does."""
    in_length = len(samples)
    scale = out_length / in_length
    shrink = min(scale, 1.0)
    result = np.zeros((out_length, *samples.shape[1:]))
    for x in range(1, out_length + 1):
        u = x / scale + 0.5 * (1 - 1 / scale)
        total = 0.0
        for index in range(math.floor(u - 2 / shrink) - 1, math.ceil(u + 2 / shrink) + 2):
            weight = cubic(shrink * (u - index))
            total += weight
            result[x - 1] += weight * samples[mirrored(index, in_length) - 1]
        result[x - 1] /= total
    return result


def cubic(x: float) -> float:
    x = abs(x)
    if x <= 1:
        return 1.5 * x**3 - 2.5 * x**2 + 1
    return -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2 if x <= 2 else 0.0


def mirrored(index: int, length: int) -> int:
    """``[1 2 3]`` goes on as ``3 2 1 1 2 3 3 2 1``."""
    while not 1 <= index <= length:
        index = 1 - index if index < 1 else 2 * length + 1 - index
    return index


@settings(max_examples=50)
@given(st.integers(1, 24), st.integers(1, 24), st.integers(1, 40), st.integers(1, 40))
def test_bicubic_is_matlabs(height: int, width: int, new_height: int, new_width: int) -> None:
    planes = noise(1, 2, height, width)
    rows = matlab_axis(planes[0].permute(1, 2, 0).numpy(), new_height)
    wanted = matlab_axis(rows.transpose(1, 0, 2), new_width).transpose(2, 1, 0)
    np.testing.assert_allclose(resize(planes, new_height, new_width)[0].numpy(), wanted, rtol=0, atol=1e-12)


@settings(max_examples=50)
@given(KERNELS, st.integers(1, 400), st.integers(1, 400))
def test_taps_lie_in_the_picture_and_sum_to_one(kernel: Kernel, in_length: int, out_length: int) -> None:
    taps = kernel(in_length, out_length)
    assert len(taps.indices) == len(taps.weights) == out_length
    assert int(taps.indices.min()) >= 0 and int(taps.indices.max()) < in_length
    torch.testing.assert_close(taps.weights.sum(1), torch.ones(out_length, dtype=torch.float64))


@given(KERNELS, st.integers(1, 60))
def test_the_same_size_is_the_same_picture(kernel: Kernel, length: int) -> None:
    planes = noise(1, 3, length, 3)
    assert torch.equal(resize(planes, length, 3, kernel), planes)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1, 6))
def test_nearest_repeats_each_pixel(height: int, width: int, scale: int) -> None:
    planes = noise(1, 3, height, width)
    wanted = planes.repeat_interleave(scale, 2).repeat_interleave(scale, 3)
    assert torch.equal(resize(planes, scale * height, scale * width, nearest_taps), wanted)


@given(st.integers(1, 80), st.integers(1, 80))
def test_nearest_takes_the_pixel_under_the_centre(in_length: int, out_length: int) -> None:
    centres = [(2 * i + 1) * in_length // (2 * out_length) for i in range(out_length)]
    assert nearest_taps(in_length, out_length).indices[:, 0].tolist() == centres


@given(st.integers(1, 30), st.integers(1, 8))
def test_linear_goes_straight_from_pixel_to_pixel(in_length: int, scale: int) -> None:
    samples = noise(in_length)
    centres = (np.arange(scale * in_length) + 0.5) / scale - 0.5
    result = resample(samples, linear_taps(in_length, scale * in_length), 0)
    np.testing.assert_allclose(result, np.interp(centres, np.arange(in_length), samples), rtol=0, atol=1e-12)


@given(st.integers(1, 40), st.integers(1, 90), st.data())
def test_a_window_of_taps_needs_only_its_own_rows(in_length: int, out_length: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, out_length - 1))
    stop = data.draw(st.integers(start + 1, out_length))
    whole = bicubic_taps(in_length, out_length)
    taps, first, last = whole.window(start, stop)
    assert torch.equal(taps.indices + first, whole.indices[start:stop])
    assert int(taps.indices.min()) == 0 and int(taps.indices.max()) == last - first - 1


def photos(folder: Path) -> list[tuple[Tensor, Tensor]]:
    """Pairs of (HR, LR) as (3, H, W) of 0 to 255, HR cut to multiples of four."""
    pairs = []
    for path in sorted((folder / "HR").glob("*.png")):
        hr, lr = (opened(folder / kind / path.name) for kind in ("HR", "LR"))
        pairs.append((hr[:, : 4 * lr.shape[1], : 4 * lr.shape[2]], lr))
    assert pairs
    return pairs


def opened(path: Path) -> Tensor:
    return torch.from_numpy(np.array(Image.open(path).convert("RGB"))).permute(2, 0, 1).double()


def luma(rgb: Tensor) -> Tensor:
    weights = torch.tensor([65.481, 128.553, 24.966], dtype=torch.float64) / 255
    return 16 + torch.einsum("chw,c->hw", rgb, weights)


def psnr(sr: Tensor, hr: Tensor) -> float:
    error = (luma(sr.round().clamp(0, 255)) - luma(hr))[4:-4, 4:-4].square().mean().item()
    return 10 * math.log10(255**2 / error)


@pytest.mark.parametrize(("name", "figure"), [("Set5", 28.43), ("Set14", 26.09)])
def test_bicubic_gives_the_known_figures(shared_data: Path, name: str, figure: float) -> None:
    scores = [psnr(resize(lr, *hr.shape[1:]), hr) for hr, lr in photos(shared_data / "eval" / name)]
    assert sum(scores) / len(scores) == pytest.approx(figure, abs=0.005)


def test_scaling_down_gives_the_known_lr_files(shared_data: Path) -> None:
    """Bit for bit away from the borders; a value on the edge between two levels may round either way.

    The files come from an older MATLAB, which rounds between its two passes and repeats the pixels at the borders.
    """
    for hr, lr in photos(shared_data / "eval" / "Set5"):
        vertical, horizontal = (bicubic_taps(4 * length, length) for length in lr.shape[1:])
        shortened = resample(hr, vertical, 1).add(0.5).floor().clamp(0, 255)
        error = resample(shortened, horizontal, 2).clamp(0, 255) - lr
        assert error[:, 2:-2, 2:-2].abs().max() <= 0.5
