"""Weights that are none, that claim too much, or that compute nothing: refused in one sentence, at no cost."""

import json
import pickle
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import platformdirs
import psutil
import pytest
import torch
from safetensors.torch import save_file

from engine.errors import BadWeights, UnknownModel
from engine.models import catalog
from engine.models.cards import Card, read_card
from engine.models.dimensions import Dimensions
from engine.models.loading import import_model, load_model
from engine.models.weights import Weights, save_weights
from tests.engine.making import generator
from tests.engine.models.test_loading import compact

SMALL = Dimensions(blocks=1, width=2)
SECONDS, MEMORY = 3, 500e6
"""What a small file may take at most, as the issue demands."""


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    return tmp_path / "fourfold" / "models"


def refusal(path: Path) -> str:
    with pytest.raises(BadWeights) as caught:
        load_model(str(path))
    sentence = str(caught.value)
    assert path.name in sentence and sentence.endswith(".") and "\n" not in sentence
    return sentence


# What it is


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("page.pth", b"\n <!DOCTYPE html><html>Not Found</html>", "a web page"),
        ("page.safetensors", b"\xef\xbb\xbf<HTML><head>", "a web page"),
        ("error.pth", b"<?xml version='1.0'?><Error/>", "a web page"),
        ("lfs.safetensors", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a pointer of Git LFS"),
        ("x4.onnx", b"\x08\x07\x12\x07pytorch", "an ONNX model"),
        ("m.param", b"7767517\n1 1\n", "half of an ncnn model"),
        ("m.bin", bytes(99), "half of an ncnn model"),
        ("renamed.pth", b"7767517\n1 1\n", "half of an ncnn model"),
        ("keras.h5", b"\x89HDF\r\n\x1a\n", "a Keras model"),
        ("packed.pth", b"7z\xbc\xaf\x27\x1c", "an archive"),
    ],
)
def test_a_file_that_is_no_weights_is_called_what_it_is(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert f"{name} is {kind}" in refusal(tmp_path / name)


def test_an_empty_file_and_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty.pth").write_bytes(b"")
    assert refusal(tmp_path / "empty.pth") == "empty.pth is empty."
    with pytest.raises(UnknownModel, match=r"no model called .*x4\.onnx"):
        load_model(str(tmp_path / "x4.onnx"))


def test_archives_are_looked_into(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.pth", "w") as archive:
        archive.writestr("readme.txt", "unpack me")
    assert "an archive that must be unpacked" in refusal(tmp_path / "photos.pth")
    with zipfile.ZipFile(tmp_path / "script.pt", "w") as archive:  # as torch.jit.save lays it out
        for part in ("data.pkl", "constants.pkl", "code/__torch__.py"):
            archive.writestr(f"script/{part}", pickle.dumps(()))
    assert "a program of TorchScript" in refusal(tmp_path / "script.pt")


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (".ckpt", "a checkpoint of a training"),
        (".pt", "a file whose ending does not say what it holds"),
        (".weights", "a file whose ending does not say what it holds"),
        ("", "a file whose ending does not say what it holds"),
    ],
)
def test_weights_are_told_by_their_ending(tmp_path: Path, ending: str, kind: str) -> None:
    """The same file is loaded under the names that the window offers, and told under all others."""
    torch.save({"state_dict": compact().state_dict(), "epoch": 3}, tmp_path / f"lightning{ending}")
    assert f"lightning{ending} is {kind}; Fourfold takes PyTorch's weights" in refusal(tmp_path / f"lightning{ending}")
    (tmp_path / f"lightning{ending}").rename(tmp_path / "lightning.PTH")
    assert load_model(str(tmp_path / "lightning.PTH")).name == "lightning"


# What it claims


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb/data.pkl", pickle.dumps({}, protocol=2))
        with archive.open("bomb/data/0", "w") as entry:
            for _ in range(600):
                entry.write(bytes(2**20))


def far_memo(path: Path) -> None:
    path.write_bytes(b"\x80\x02}r" + struct.pack("<I", 200_000_000) + b".")


def far_memo_in_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bomb/data.pkl", b"\x80\x02}r" + struct.pack("<I", 200_000_000) + b".")
        archive.writestr("bomb/version", "3")


def stretched(path: Path) -> None:
    torch.save({**compact().state_dict(), "body.0.weight": torch.zeros(1).expand(2**15, 2**15, 1)}, path)


def deep(path: Path) -> None:
    state = compact().state_dict()
    last = max(state, key=lambda name: int(name.split(".")[1]))
    torch.save({name.replace(last, "body.300000.weight"): each for name, each in state.items()}, path)


@pytest.mark.parametrize("make", [zip_bomb, far_memo, far_memo_in_archive, stretched, deep])
def test_a_file_that_claims_too_much_costs_nothing(tmp_path: Path, make: Callable[[Path], None]) -> None:
    load_model(str(save_good(tmp_path / "warm.pth")))
    path = tmp_path / "bomb.pth"
    make(path)
    assert path.stat().st_size < 1e6
    began, before = time.monotonic(), peak_memory()
    assert "claims to be far larger" in refusal(path)
    assert time.monotonic() - began < SECONDS and peak_memory() - before < MEMORY


def save_good(path: Path) -> Path:
    torch.save(compact().state_dict(), path)
    return path


def peak_memory() -> float:
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024)


def test_a_long_pickle_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "long.pth").write_bytes(b"\x80\x02" + b"N0" * 2_000_000 + b"N.")
    assert "claims to be far larger" in refusal(tmp_path / "long.pth")


def test_old_and_new_files_of_pytorch_are_within_the_limits(tmp_path: Path) -> None:
    for new in (True, False):
        torch.save(compact().state_dict(), tmp_path / "net.pth", _use_new_zipfile_serialization=new)
        assert load_model(str(tmp_path / "net.pth")).scale == 2


# What it computes


def test_weights_that_overflow_are_refused_however_they_are_given(tmp_path: Path, own: Path) -> None:
    """Every weight is finite, and so is the checksum right; only computing tells."""
    network = generator(SMALL, dtype=torch.float32)
    network.head.weight.mul_(1e30)
    network.tail.weight.mul_(1e30)
    save_weights(tmp_path / "over.safetensors", Weights(Card("Over", SMALL), dict(network.state_dict())))
    assert "gives no picture" in refusal(tmp_path / "over.safetensors")
    with pytest.raises(BadWeights, match="gives no picture"):
        import_model(tmp_path / "over.safetensors")
    assert not own.exists()


def test_a_foreign_network_that_overflows_is_refused_before_it_is_clamped(tmp_path: Path) -> None:
    network = compact()
    for parameter in network.parameters():
        parameter.mul_(1e5)
    assert network(torch.full((1, 3, 16, 16), 0.5)).isfinite().all()
    save_file(network.state_dict(), tmp_path / "over.safetensors")
    assert "gives no picture" in refusal(tmp_path / "over.safetensors")


def test_what_comes_with_fourfold_is_not_tried_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("engine.models.loading.check_result", fail)
    for name in (catalog.BICUBIC, catalog.CLEAN.textured):
        load_model(name)


# What it says of itself


def test_a_card_holds_no_surrogates_and_only_finite_scores(tmp_path: Path) -> None:
    card = Card("caf\udce9", SMALL, notes="two\nlines", scores={"psnr": float("nan"), "ssim": 0.5, "x": float("inf")})
    path = tmp_path / "card.safetensors"
    save_weights(path, Weights(card, dict(generator(SMALL, dtype=torch.float32).state_dict())))
    read = read_card(path)
    assert read and (read.name, read.notes, read.scores) == (r"caf\xe9", "two\nlines", {"ssim": 0.5})


@pytest.mark.parametrize("scores", ['{"a": 1' + "0" * 400 + "}", "[" * 100_000])
def test_a_card_with_endless_scores_is_damaged(tmp_path: Path, scores: str) -> None:
    header = json.dumps({"__metadata__": {**Card("x", SMALL).to_header(), "scores": scores}}).encode()
    path = tmp_path / "card.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    assert "description inside card.safetensors is damaged" in refusal(path)
