"""What a person should know of a photo is told when its job begins."""

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from engine.files.formats import Format, SaveOptions
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Begun, SaveOrder
from engine.jobs.upscaler import save_photo
from engine.models import catalog


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
