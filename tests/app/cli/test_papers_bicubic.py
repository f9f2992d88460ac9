"""The command line's bicubic is the paper's: its PSNR on Set5 and Set14, from file to file."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.__main__ import main


def luma(path: Path) -> np.ndarray:
    """Y of BT.601 in studio range, four pixels cropped from every border: the paper's protocol."""
    with Image.open(path) as picture:
        rgb = np.asarray(picture.convert("RGB"), np.float64)
    return (16 + rgb @ (65.481, 128.553, 24.966) / 255)[4:-4, 4:-4]


@pytest.mark.parametrize(("name", "expected"), [("Set5", 28.43), ("Set14", 26.09)])
def test_psnr_of_bicubic(shared_data: Path, tmp_path: Path, name: str, expected: float) -> None:
    folder = shared_data / "eval" / name
    code = main(["upscale", str(folder / "LR"), "-o", str(tmp_path), "--model", "bicubic", "--name", "{name}"])
    assert code == 0
    scores = []
    for path in sorted((folder / "HR").iterdir()):
        reference, result = luma(path), luma(tmp_path / path.name)
        reference = reference[: result.shape[0], : result.shape[1]]
        scores.append(10 * np.log10(255**2 / np.square(reference - result).mean()))
    assert np.mean(scores) == pytest.approx(expected, abs=0.02)
