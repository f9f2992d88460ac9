"""PSNR: one tenth of white is 20 dB, whatever white is; equal is infinite, and what is no number is not close."""

import math

import pytest
import torch

from engine.compute.fidelity import psnr


@pytest.mark.parametrize("peak", [1, 255])
def test_one_tenth_of_white_is_20_decibels(peak: float) -> None:
    half = torch.full((1, 3, 4, 5), 0.5 * peak)
    assert psnr(half, torch.full_like(half, 0.4 * peak), peak=peak) == pytest.approx(20, abs=1e-5)


def test_equal_is_infinite_and_nan_is_never_enough() -> None:
    grey = torch.full((4,), 0.5)
    assert psnr(grey, grey) == math.inf
    assert not psnr(torch.tensor([math.nan, 0.5, 0.5, 0.5]), grey) > 0
    assert psnr(torch.tensor([math.inf, 0.5, 0.5, 0.5]), grey) == -math.inf
