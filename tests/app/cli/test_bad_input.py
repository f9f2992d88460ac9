"""Whatever is wrong, ``fourfold`` says one sentence, gives the right exit code and leaves every file as it was."""

import hashlib
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from app.__main__ import main
from app.cli.running import WRONG_USE
from engine.models.cards import Card
from engine.models.networks import Dimensions, Generator
from engine.models.weights import Weights, save_weights

TINY = Dimensions(blocks=1, width=4)


def save_photo(path: Path, width: int = 40, height: int = 30) -> Path:
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 256, (height, width, 3), np.uint8)).save(path)
    return path


def png_claiming(width: int, height: int) -> bytes:
    """A PNG whose header promises far more pixels than its few bytes hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()
    }


class Outcome:
    """What a run of ``fourfold`` said and did, everything in ``folder`` being as before."""

    def __init__(self, code: int, error: str) -> None:
        self.code = code
        self.lines = [line for line in error.splitlines() if line.strip()]

    def is_one_sentence(self, *words: str) -> bool:
        text = " ".join(self.lines)
        return (
            len(self.lines) == 1
            and text.endswith(".")
            and "Traceback" not in text
            and all(word in text for word in words)
        )


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``fourfold upscale`` with arguments and sees that no existing file changed and none appeared."""

    def run(*arguments: object) -> Outcome:
        before = hashes(tmp_path)
        code = main(["upscale", *map(str, arguments)])
        assert hashes(tmp_path) == before
        return Outcome(code, capsys.readouterr().err)

    return run


def test_empty_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    outcome = run(tmp_path / "empty.jpg")
    assert outcome.code == 1
    assert outcome.is_one_sentence("empty")


def test_text_named_png(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.png").write_text("Milk, bread, butter. " * 50)
    outcome = run(tmp_path / "notes.png")
    assert outcome.code == 1
    assert outcome.is_one_sentence("notes.png", "not a picture")


def test_truncated_jpeg(run: Run, tmp_path: Path) -> None:
    photo = save_photo(tmp_path / "cut.jpg", 400, 300)
    photo.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2])
    outcome = run(photo, "--model", "bicubic")
    assert outcome.code == 1
    assert outcome.is_one_sentence("cut.jpg")


def test_decompression_bomb(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(png_claiming(100_000, 100_000))
    outcome = run(tmp_path / "bomb.png")
    assert outcome.code == 1
    assert outcome.is_one_sentence("megapixels")


def test_missing_photo(run: Run, tmp_path: Path) -> None:
    outcome = run(tmp_path / "nowhere.jpg")
    assert outcome.code == 1
    assert outcome.is_one_sentence("nowhere.jpg")


def test_empty_folder(run: Run, tmp_path: Path) -> None:
    outcome = run(tmp_path)
    assert outcome.code == 2
    assert outcome.is_one_sentence("no photos")


def test_unreadable_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    original = os.scandir

    def denied(path: Path) -> object:  # root may read every folder, so the refusal itself is played
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(os, "scandir", denied)
    outcome = run(folder)
    assert outcome.code == 1
    assert outcome.is_one_sentence("locked", "permission denied")


@pytest.mark.parametrize("size", [(100_000, 1), (1, 1)])
def test_extreme_sizes_work(size: tuple[int, int], tmp_path: Path) -> None:
    photo = save_photo(tmp_path / "line.png", *size)
    assert main(["upscale", str(photo), "-o", str(tmp_path / "big.png"), "--model", "bicubic"]) == 0
    with Image.open(tmp_path / "big.png") as result:
        assert result.size == (4 * size[0], 4 * size[1])


def test_too_wide_for_jpeg(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "line.png", 100_000, 1), "--format", "jpeg", "--model", "bicubic")
    assert outcome.code == 1
    assert outcome.is_one_sentence("JPEG", "400000 x 4")


def test_full_disk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known beforehand; that it fills up while writing is tested with the files."""
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 1000))  # type: ignore[attr-defined]
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", "bicubic")
    assert outcome.code == 1
    assert outcome.is_one_sentence("disk is too full")


def test_target_is_a_folder(run: Run, tmp_path: Path) -> None:
    photo = save_photo(tmp_path / "photo.png")
    (tmp_path / "photo_bicubic_4x.png").mkdir()
    outcome = run(photo, "--model", "bicubic", "--if-exists", "overwrite")
    assert outcome.code == 1
    assert outcome.is_one_sentence("photo_bicubic_4x.png")


def test_target_exists_and_nobody_can_be_asked(run: Run, tmp_path: Path) -> None:
    photo = save_photo(tmp_path / "photo.png")
    save_photo(tmp_path / "photo_bicubic_4x.png")
    outcome = run(photo, "--model", "bicubic")
    assert outcome.code == 1
    assert outcome.is_one_sentence("exists already")


def test_never_over_the_photo_itself(run: Run, tmp_path: Path) -> None:
    photo = save_photo(tmp_path / "photo.png")
    outcome = run(photo, "-o", photo, "--model", "bicubic", "--if-exists", "overwrite")
    assert outcome.code == 1
    assert outcome.is_one_sentence("photo itself")


def test_missing_model(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", "esrgan")
    assert outcome.code == 2
    assert outcome.is_one_sentence("esrgan", "bicubic")


def test_missing_weights_file(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", tmp_path / "gone.safetensors")
    assert outcome.code == 2
    assert outcome.is_one_sentence("gone.safetensors")


def test_corrupt_weights(run: Run, tmp_path: Path) -> None:
    weights = tmp_path / "own.safetensors"
    save_weights(weights, Weights(Card("own", TINY), Generator(TINY).state_dict()))
    data = bytearray(weights.read_bytes())
    data[-5] ^= 0xFF
    weights.write_bytes(data)
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", weights)
    assert outcome.code == 2
    assert outcome.is_one_sentence("own.safetensors", "damaged")


def test_nan_weights(run: Run, tmp_path: Path) -> None:
    state = Generator(TINY).state_dict()
    state["head.weight"][0, 0, 0, 0] = float("nan")
    save_weights(tmp_path / "nan.safetensors", Weights(Card("nan", TINY), state))
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", tmp_path / "nan.safetensors")
    assert outcome.code == 2
    assert outcome.is_one_sentence("not finite")


class Hostile:
    """Unpickled without care, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_hostile_pickle(run: Run, tmp_path: Path) -> None:
    torch.save({"params": Hostile(tmp_path / "hacked")}, tmp_path / "free.pth")
    outcome = run(save_photo(tmp_path / "photo.png"), "--model", tmp_path / "free.pth")
    assert outcome.code == 2
    assert outcome.is_one_sentence("free.pth", "refused")
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize("scale", ["-2", "0", "nan", "inf"])
def test_senseless_scale(run: Run, tmp_path: Path, scale: str) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), f"--scale={scale}")
    assert outcome.code == 2
    assert outcome.is_one_sentence("scale")


def test_scale_out_of_reach(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), "--scale", "17", "--model", "srresnet")
    assert outcome.code == 1
    assert outcome.is_one_sentence("at most 640 x 480")


def test_unknown_device(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), "--device", "voodoo")
    assert outcome.code == 2
    assert outcome.is_one_sentence("voodoo", "cpu")


def test_unknown_name_field(run: Run, tmp_path: Path) -> None:
    outcome = run(save_photo(tmp_path / "photo.png"), "--name", "{nmae}", "--model", "bicubic")
    assert outcome.code == 2
    assert outcome.is_one_sentence("{name}")


def test_wrong_use_of_the_parser(tmp_path: Path) -> None:
    for arguments in ([], ["--scale", "2", "--width", "100", "x.png"], ["--shard", "3/2", "x.png"]):
        ended = subprocess.run([sys.executable, "-m", "app", "upscale", *arguments], capture_output=True, text=True)
        assert ended.returncode == 2
        assert "Traceback" not in ended.stderr


def test_a_misspelt_command_is_told(tmp_path: Path) -> None:
    """And not taken for a photo, for which a window would open."""
    assert main(["upscael", str(tmp_path)]) == WRONG_USE
    assert main(["train-reprot"]) == WRONG_USE
