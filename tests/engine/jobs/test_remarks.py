"""What a person should know of a photo is told when its job begins."""

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from engine.files.formats import Format, SaveOptions
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Begun, SaveOrder
from engine.jobs.upscaler import save_photo
from engine.models import catalog
from engine.sentences import Sentence


@pytest.mark.parametrize(
    ("kept", "format", "count"), [(True, Format.JPEG, 1), (True, Format.PNG, 0), (False, Format.JPEG, 0)]
)
def test_what_is_left_out_is_told(tmp_path: Path, kept: bool, format: Format, count: int) -> None:
    """Only where it was to be kept."""
    info = PngImagePlugin.PngInfo()
    info.add_text("workflow", "{}")
    Image.new("RGB", (9, 7)).save(tmp_path / "photo.png", pnginfo=info)
    options = SaveOptions(format, metadata=kept)
    order = SaveOrder(tmp_path / "photo.png", Method(catalog.NEAREST), format=format, options=options)
    steps = save_photo(order, RunnerCache())
    begun = next(steps)
    steps.close()
    assert isinstance(begun, Begun) and len(begun.remarks) == count
    assert all("workflow" in remark for remark in begun.remarks)


def test_a_device_that_is_left_alone_is_told(tmp_path: Path) -> None:
    cache, method = RunnerCache(), Method("bicubic")
    cache.runner(method).remarks = (Sentence("Card computes wrong, so the CPU is used."),)
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    begun = next(save_photo(SaveOrder(tmp_path / "a.png", method), cache))
    assert isinstance(begun, Begun) and begun.remarks == ("Card computes wrong, so the CPU is used.",)
