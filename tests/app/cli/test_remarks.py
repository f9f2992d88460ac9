"""A photo that is read with a remark is upscaled, and the remark is said."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.__main__ import main

REMARK = "The file lacks its end; perhaps it was not copied whole."


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    buffer = BytesIO()
    Image.linear_gradient("L").resize((24, 18)).save(buffer, "JPEG")
    (tmp_path / "photo.jpg").write_bytes(buffer.getvalue()[:-2])
    return tmp_path / "photo.jpg"


def test_on_standard_error(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upscale", "--model", "nearest", str(photo)]) == 0
    assert capsys.readouterr().err == f"{photo}: {REMARK}\n"
    assert photo.with_name("photo_nearest_4x.jpg").exists()


def test_as_json(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upscale", "--model", "nearest", "--json", str(photo)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"event": "remark", "photo": str(photo), "remark": REMARK} in lines
