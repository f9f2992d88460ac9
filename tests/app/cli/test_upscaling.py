"""``fourfold upscale`` from file to file: where results go, what is reported, what a batch survives."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from app.__main__ import main
from app.cli.reporting import Reporter
from engine.compute.tensors import to_pixels, to_planes
from engine.files.metadata.true_metadata import provenance
from engine.files.reading import open_photo
from engine.jobs import stages
from engine.jobs.advice import Advice
from engine.models import catalog
from engine.models.cards import Card
from engine.models.dimensions import Dimensions
from engine.models.resampling import resize
from engine.models.weights import Weights, save_weights
from tests.engine.making import generator

SMALL = Dimensions(blocks=0, width=1)


def save_photo(path: Path, width: int = 24, height: int = 18, seed: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    Image.fromarray(rng.integers(0, 256, (height, width, 3), np.uint8)).save(path)
    return path


def upscale(*arguments: object) -> int:
    return main(["upscale", "--model", "bicubic", *map(str, arguments)])


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_result_lies_beside_the_photo_in_its_format(tmp_path: Path) -> None:
    save_photo(tmp_path / "beach.jpg")
    assert upscale(tmp_path / "beach.jpg") == 0
    assert size_of(tmp_path / "beach_bicubic_4x.jpg") == (96, 72)
    assert names(tmp_path) == {"beach.jpg", "beach_bicubic_4x.jpg"}


def test_pixels_are_the_models(tmp_path: Path) -> None:
    photo = open_photo(save_photo(tmp_path / "beach.png"))
    assert upscale(photo.path, "-o", tmp_path / "big.png") == 0
    result = open_photo(tmp_path / "big.png").picture()
    expected = to_pixels(resize(to_planes(photo.picture().pixels), 72, 96), result.header)
    assert np.array_equal(result.pixels, expected)


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        (["--scale", "2"], (48, 36)),
        (["--scale", "3"], (72, 54)),
        (["--scale", "6.5"], (156, 117)),
        (["--scale", "8"], (192, 144)),
        (["--width", "77"], (77, 58)),
        (["--height", "100"], (133, 100)),
        (["--long-edge", "101"], (101, 76)),
        (["--megapixels", "0.01"], (115, 87)),
    ],
)
@pytest.mark.parametrize("model", ["bicubic", "srresnet"])
def test_size_is_as_promised(tmp_path: Path, model: str, arguments: list[str], size: tuple[int, int]) -> None:
    save_photo(tmp_path / "beach.png")
    code = main(["upscale", str(tmp_path / "beach.png"), "-o", str(tmp_path / "big.png"), "--model", model, *arguments])
    assert code == 0
    assert size_of(tmp_path / "big.png") == size


def test_template_and_formats(tmp_path: Path) -> None:
    save_photo(tmp_path / "beach.png")
    options = ["--format", "tiff", "--depth", "16", "--name", "{name}-{width}x{height}", "-o", tmp_path / "out"]
    (tmp_path / "out").mkdir()
    assert upscale(tmp_path / "beach.png", *options) == 0
    assert open_photo(tmp_path / "out" / "beach-96x72.tif").header.depth == 16


def test_folder_keeps_its_shape(tmp_path: Path) -> None:
    save_photo(tmp_path / "in" / "a.png")
    save_photo(tmp_path / "in" / "deep" / "b.png")
    (tmp_path / "in" / "notes.txt").write_text("no photo")
    assert upscale(tmp_path / "in", "-o", tmp_path / "flat") == 0
    assert names(tmp_path / "flat") == {"a_bicubic_4x.png"}
    assert upscale(tmp_path / "in", "-o", tmp_path / "all", "--recursive") == 0
    assert names(tmp_path / "all") == {"a_bicubic_4x.png", os.path.join("deep", "b_bicubic_4x.png")}


def test_one_bad_photo_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.png").write_text("no picture")
    save_photo(tmp_path / "b.png")
    assert upscale(tmp_path) == 1
    assert (tmp_path / "b_bicubic_4x.png").exists()
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert "a.png" in errors[0]


def test_shards_share_a_batch(tmp_path: Path) -> None:
    for index in range(5):
        save_photo(tmp_path / "in" / f"{index}.png")
    for shard in ("1/2", "2/2"):
        assert upscale(tmp_path / "in", "-o", tmp_path / shard[0], "--shard", shard) == 0
    first, second = names(tmp_path / "1"), names(tmp_path / "2")
    assert len(first) == 3
    assert len(second) == 2
    assert not first & second


@pytest.mark.parametrize(("choice", "expected"), [("skip", {"a_x.png"}), ("rename", {"a_x.png", "a_x (2).png"})])
def test_existing_files_stay(tmp_path: Path, choice: str, expected: set[str]) -> None:
    save_photo(tmp_path / "a.png")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a_x.png").write_text("precious")
    assert upscale(tmp_path / "a.png", "-o", tmp_path / "out", "--name", "{name}_x", "--if-exists", choice) == 0
    assert (tmp_path / "out" / "a_x.png").read_text() == "precious"
    assert names(tmp_path / "out") == expected


def test_overwrite_replaces(tmp_path: Path) -> None:
    save_photo(tmp_path / "a.png")
    (tmp_path / "big.png").write_text("old")
    assert upscale(tmp_path / "a.png", "-o", tmp_path / "big.png", "--if-exists", "overwrite") == 0
    assert size_of(tmp_path / "big.png") == (96, 72)


def test_two_photos_never_share_a_name(tmp_path: Path) -> None:
    save_photo(tmp_path / "a.png", seed=1)
    save_photo(tmp_path / "a.bmp", seed=2)
    options = ["--format", "png", "-o", tmp_path / "out", "--if-exists", "overwrite"]
    assert upscale(tmp_path / "a.png", tmp_path / "a.bmp", *options) == 0
    assert names(tmp_path / "out") == {"a_bicubic_4x.png", "a_bicubic_4x (2).png"}


def test_no_input_is_replaced_by_another_photo_s_result(tmp_path: Path) -> None:
    save_photo(tmp_path / "a.jpg", seed=1)
    blue = save_photo(tmp_path / "a.png", seed=2).read_bytes()
    assert upscale(tmp_path, "--name", "{name}", "--format", "png", "--if-exists", "overwrite") == 1
    assert (tmp_path / "a.png").read_bytes() == blue
    assert names(tmp_path) == {"a.jpg", "a.png", "a (2).png"}


def test_a_second_run_takes_no_result_for_a_photo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_photo(tmp_path / "b.jpg")
    for policy in ("rename", "skip", "overwrite"):
        assert upscale(tmp_path, "--if-exists", policy, "--resume") == 0
    assert names(tmp_path) == {"b.jpg", "b_bicubic_4x.jpg"}
    assert capsys.readouterr().err.splitlines() == 2 * ["Results of Fourfold left out: 1. Name one to upscale it."]
    assert upscale(tmp_path / "b_bicubic_4x.jpg") == 0
    (tmp_path / "b.jpg").unlink()
    assert upscale(tmp_path) == 2
    assert "no photos there. Results of Fourfold left out: 2." in capsys.readouterr().err


def test_resume_knows_the_photo_of_a_result(tmp_path: Path) -> None:
    save_photo(tmp_path / "in" / "a.jpg", seed=1)
    save_photo(tmp_path / "in" / "a.png", seed=2)
    options = ["-o", tmp_path / "out", "--format", "png", "--resume", "--if-exists", "rename"]
    for _ in range(2):
        assert upscale(tmp_path / "in" / "a.jpg", *options) == 0
    for _ in range(2):
        assert upscale(tmp_path / "in", *options) == 0
    assert names(tmp_path / "out") == {"a_bicubic_4x.png", "a_bicubic_4x (2).png"}


def test_a_fault_nobody_foresaw_ends_one_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("a", "b", "c"):
        save_photo(tmp_path / "in" / f"{name}.png")
    honest = stages.to_pixels

    def spoilt(*arguments: object) -> object:
        if not (tmp_path / "in" / "b_bicubic_4x.png").exists() and (tmp_path / "in" / "a_bicubic_4x.png").exists():
            monkeypatch.undo()
            monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
            raise ZeroDivisionError("a library stumbles")
        return honest(*arguments)

    monkeypatch.setattr(stages, "to_pixels", spoilt)
    assert upscale(tmp_path / "in") == 1
    assert capsys.readouterr().err == f"{tmp_path}/in/b.png: Something unexpected went wrong: a library stumbles.\n"
    assert names(tmp_path / "in") == {"a.png", "b.png", "c.png", "a_bicubic_4x.png", "c_bicubic_4x.png"}
    said = (tmp_path / "state/fourfold/log/fourfold.log").read_text()
    assert "Traceback" in said and "a library stumbles" in said and "b.png" in said


def test_names_too_long_are_cut(tmp_path: Path) -> None:
    save_photo(tmp_path / "in" / ("L" * 251 + ".jpg"))
    save_photo(tmp_path / "in" / "z.jpg")
    assert upscale(tmp_path / "in", "-o", tmp_path / "out") == 0
    assert names(tmp_path / "out") == {"L" * 240 + "_bicubic_4x.jpg", "z_bicubic_4x.jpg"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_what_is_passed_by_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_photo(tmp_path / "a.png")
    os.mkfifo(tmp_path / "b.png")
    assert upscale(tmp_path, "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events[:3]] == ["begin", "passed", "left_out"]
    assert events[1]["reason"].endswith("b.png is a pipe, not a photo.")
    assert (events[2]["passed"], events[2]["results"]) == (1, 0)


def test_resume_does_only_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b", "c"):
        save_photo(tmp_path / "in" / f"{name}.png")
    out = tmp_path / "out"
    assert upscale(tmp_path / "in", "-o", out) == 0
    (out / "b_bicubic_4x.png").unlink()
    save_photo(out / "c_bicubic_4x.png", 96, 72)  # of the right size, but not what this run would make
    kept = (out / "a_bicubic_4x.png").stat().st_mtime_ns
    capsys.readouterr()
    assert upscale(tmp_path / "in", "-o", out, "--resume", "--if-exists", "overwrite", "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [Path(e["photo"]).stem for e in events if e["event"] == "skipped"] == ["a"]
    assert [Path(e["photo"]).stem for e in events if e["event"] == "saved"] == ["b", "c"]
    assert (out / "a_bicubic_4x.png").stat().st_mtime_ns == kept


def test_json_tells_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_photo(tmp_path / "a.png")
    (tmp_path / "b.png").touch()
    assert upscale(tmp_path, "--json") == 1
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kinds = [event["event"] for event in events]
    assert kinds[0] == "begin"
    assert kinds[-1] == "end"
    assert events[-1]["failures"] == 1
    saved = next(event for event in events if event["event"] == "saved")
    assert saved["size"] == [96, 72]
    assert saved["bytes"] == (tmp_path / "a_bicubic_4x.png").stat().st_size


def test_quiet_when_piped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_photo(tmp_path / "a.png")
    assert upscale(tmp_path / "a.png") == 0
    assert capsys.readouterr() == ("", "")


def test_provenance_is_in_the_file(tmp_path: Path) -> None:
    for suffix in ("png", "jpg", "webp", "tif"):
        save_photo(tmp_path / f"a.{suffix}")
        assert upscale(tmp_path / f"a.{suffix}", "-o", tmp_path / f"big.{suffix}") == 0
        said = provenance(open_photo(tmp_path / f"big.{suffix}").header.metadata)
        assert said["model"] == "bicubic"
        assert said["size"] == "96 x 72"


def test_help_is_quick_and_free_of_torch() -> None:
    code = "import sys; from app.__main__ import main\ntry: main(['--help'])\nfinally: print('torch' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("False\n")


def test_each_photo_has_the_model_that_suits_and_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = tmp_path / "resources/weights"
    weights.mkdir(parents=True)
    for name in ("srresnet-x4", "srresnet-x4-photo", "srgan-x4", "srgan-x4-photo"):
        state = dict(generator(SMALL, dtype=torch.float32).state_dict())
        save_weights(weights / f"{name}.safetensors", Weights(Card(name, SMALL), state))
    monkeypatch.setattr(catalog, "files", lambda package: tmp_path / package)
    shades = np.add.outer(np.arange(32), np.arange(40)).astype(np.uint8)
    shades[:, 20:] += 90
    Image.fromarray(shades).save(tmp_path / "sharp.png")
    Image.fromarray(shades).save(tmp_path / "sent.jpg", quality=50)
    said: list[Advice] = []
    monkeypatch.setattr(Reporter, "chosen", lambda self, source, advice: said.append(advice))
    photos = [str(tmp_path / name) for name in ("sharp.png", "sent.jpg")]
    assert main(["upscale", *photos]) == 0
    assert {"sharp_srgan_4x.png", "sent_srgan-photo_4x.jpg"} <= names(tmp_path)
    assert [advice.model for advice in said] == ["srgan", "srgan-photo"]
    assert said[0].sentence == "sharp and clean, so srgan" and said[1].sentence.startswith("JPEG of quality 50")
    assert main(["upscale", photos[0], "--device", "nowhere"]) == 2


def test_nothing_chosen_is_automatic_and_texture_mixes_the_pair_that_suits(tmp_path: Path) -> None:
    """In a process of its own, with the weights that ship."""
    shades = np.add.outer(np.arange(32), np.arange(40)).astype(np.uint8)
    shades[:, 20:] += 90
    Image.fromarray(shades).save(tmp_path / "sharp.png")
    Image.fromarray(shades).save(tmp_path / "sent.webp", quality=50)
    command = [sys.executable, "-m", "app", "upscale", "sharp.png", "sent.webp", "--texture", "0.5", "--json"]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    chosen = {event["photo"]: event for event in events if event["event"] == "chosen"}
    assert [chosen[name]["model"] for name in ("sharp.png", "sent.webp")] == ["srgan", "srgan-photo"]
    assert "bytes a pixel" in chosen["sent.webp"]["reason"]
    mixed = [provenance(open_photo(tmp_path / event["target"]).header.metadata) for event in events if "bytes" in event]
    assert [made["texture"] for made in mixed] == ["0.5", "0.5"]
    assert "photo" not in mixed[0]["model"] and "photo" in mixed[1]["model"]
