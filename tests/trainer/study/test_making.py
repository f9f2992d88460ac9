"""Studies out of real photos and methods: what is shown is right, and nothing tells whose it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.models import catalog
from engine.models.loading import load_model
from engine.models.resampling import resize
from tests.engine.files.test_colours import (
    P3_CHROMATICITIES,
    P3_TO_SRGB,
    chromaticities,
    gamma,
    muted,
    png,
    srgb_encoded,
)
from tests.trainer.conftest import made_photo
from trainer.data.degradation.codecs import to_8_bits
from trainer.data.degradation.reduction import reduced
from trainer.errors import BadStudy
from trainer.evaluation.evaluation_sets import ImagePair
from trainer.evaluation.methods import methods
from trainer.study.design import Mode
from trainer.study.folder import StudyFolder
from trainer.study.making import make_study
from trainer.study.order import StudyOrder

CPU = torch.device("cpu")


def as_tensor(path: Path) -> torch.Tensor:
    with Image.open(path) as image:
        return torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)[None] / 255


def image_of(folder: StudyFolder, method: str, photo: int = 0) -> Path:
    key = folder.key().methods
    [name] = [s.image for s in folder.study().stimuli if (s.photo, key[s.image]) == (photo, method)]
    return folder.images / name


@pytest.fixture
def order(photos: Path, tmp_path: Path) -> StudyOrder:
    """Originals, nearest and bicubic, calibrated on a photo of its own."""
    made_photo(99).save(tmp_path / "example.png")
    photo = (photos / "0.png", photos / "1.png")
    return StudyOrder(photo, True, ("nearest", "bicubic", "original"), calibration=(tmp_path / "example.png",))


def test_originals_are_reduced_as_the_paper_does_and_upscaled(order: StudyOrder, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    folder = make_study(tmp_path / "study", order, CPU, lambda *count: heard.append(count))
    assert heard == [(number, 8) for number in range(1, 9)]
    hr = as_tensor(order.photos[0])
    bicubic = to_8_bits(resize(reduced(hr, 4), 80, 96))
    assert torch.equal(as_tensor(image_of(folder, "original")), hr)
    assert torch.equal(as_tensor(image_of(folder, "bicubic")), bicubic)
    study = folder.study()
    assert study.methods == ["bicubic", "nearest", "original"]
    assert [photo.name for photo in study.photos] == ["0", "1"] and study.photos[0].data == "photos"
    assert sorted(each.score for each in study.calibration) == [1, 5]
    best = next(each.image for each in study.calibration if each.score == 5)
    assert torch.equal(as_tensor(folder.images / best), as_tensor(tmp_path / "example.png"))


def test_a_crop_is_what_it_is_in_the_whole_result(tmp_path: Path) -> None:
    """The network sees as much around the crop as in the whole photo, also at its rim."""
    made_photo(3, 220, 180).save(tmp_path / "a.png")
    order = StudyOrder((tmp_path / "a.png",), False, ("srresnet", "nearest"), mode=Mode.PAIRS, side=80)
    lr = as_tensor(tmp_path / "a.png")
    whole = to_8_bits(methods(["srresnet"], (), CPU)["srresnet"](ImagePair("a", lr, lr)))
    for number, (left, top) in enumerate([(400, 320), (0, 0), (800, 640)]):
        order = replace(order, corners={"a": (left, top)})
        folder = make_study(tmp_path / f"study {number}", order, CPU)
        shown = as_tensor(image_of(folder, "srresnet"))
        assert shown.shape == (1, 3, 80, 80)
        differing = (shown - whole[..., top : top + 80, left : left + 80]).abs() > 0.5 / 255
        assert differing.sum() < 3, "of 19,200 values: sums of another order may round otherwise"
        assert not folder.study().calibration


def test_nothing_tells_the_method(order: StudyOrder, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", order, CPU)
    files = sorted(folder.images.iterdir())
    assert all(len(path.stem) == 16 and int(path.stem, 16) >= 0 for path in files)
    assert len({(path.stat().st_mtime, path.stat().st_size) for path in files}) == 1, "one time, one size"
    for path in files:
        chunks = path.read_bytes()[:100]
        assert b"IDAT" in chunks and not any(kind in chunks for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"iCCP"))
        with Image.open(path) as image:
            assert (image.info, image.mode) == ({}, "RGB")
    again = make_study(tmp_path / "again", order, CPU)
    assert {each.name for each in again.images.iterdir()}.isdisjoint(each.name for each in files), "no seed tells"
    told = (folder.path / "study.json").read_text("utf-8")
    assert told.count("nearest") == told.count("bicubic") == 1, "only in the list of methods"


def test_mixes_and_textures_are_methods(tmp_path: Path) -> None:
    made_photo(3, 24, 20).save(tmp_path / "a.png")
    mixes = ("srgan", "srresnet+1*srgan", "srresnet+0.85*srgan")
    folder = make_study(tmp_path / "s", StudyOrder((tmp_path / "a.png",), False, mixes, mode=Mode.PAIRS), CPU)
    own, full, mixed = (as_tensor(image_of(folder, name)) for name in mixes)
    assert torch.equal(own, mixed) and not torch.equal(own, full)
    assert catalog.default_texture("srgan") == 0.85 and load_model("srgan", 1.0)


@pytest.mark.parametrize(("made", "found"), [("0.png", True), ("0_x4.png", True), ("00.png", False)])
def test_ready_results_are_found_by_name(order: StudyOrder, tmp_path: Path, made: str, found: bool) -> None:
    results = tmp_path / "theirs"
    results.mkdir()
    for name in (made, "1.png"):
        Image.new("RGB", (96, 80), "red").save(results / name)
    order = replace(order, results={"theirs": results})
    if found:
        folder = make_study(tmp_path / "study", order, CPU)
        assert as_tensor(image_of(folder, "theirs")).mean((0, 2, 3)).tolist() == [1, 0, 0]
    else:
        with pytest.raises(BadStudy, match=r"There is no result for 0 in .*theirs\."):
            make_study(tmp_path / "study", order, CPU)
        assert not (tmp_path / "study").exists(), "nothing is left"


def test_results_of_the_photos_own_set_count(order: StudyOrder, tmp_path: Path) -> None:
    for name, colour in (("photos", "red"), ("others", "blue")):
        (tmp_path / "theirs" / name).mkdir(parents=True)
        for photo in ("0", "1"):
            Image.new("RGB", (96, 80), colour).save(tmp_path / "theirs" / name / f"{photo}.png")
    folder = make_study(tmp_path / "study", replace(order, results={"theirs": tmp_path / "theirs"}), CPU)
    assert as_tensor(image_of(folder, "theirs")).mean((0, 2, 3)).tolist() == [1, 0, 0]
    (tmp_path / "theirs" / "photos").rename(tmp_path / "theirs" / "more")
    with pytest.raises(BadStudy, match=r"There are 2 results for 0 in .*: 0\.png, 0\.png"):
        make_study(tmp_path / "again", replace(order, results={"theirs": tmp_path / "theirs"}), CPU)


def test_a_result_of_another_size_is_refused(order: StudyOrder, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    Image.new("RGB", (48, 40)).save(tmp_path / "theirs" / "0.png")
    with pytest.raises(BadStudy, match=r"0\.png is 48 x 40 pixels large; a result of 0 is 96 x 80\."):
        make_study(tmp_path / "study", replace(order, results={"theirs": tmp_path / "theirs"}), CPU)


def test_photos_are_upright_in_srgb_and_opaque(tmp_path: Path) -> None:
    upright = made_photo(5, 24, 16)
    exif = Image.Exif()
    exif[274] = 6  # turned right to be seen
    upright.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "turned.png", exif=exif)
    clear = Image.new("RGBA", (24, 16), (0, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    photos = (tmp_path / "turned.png", tmp_path / "clear.png")
    folder = make_study(tmp_path / "s", StudyOrder(photos, False, ("nearest", "bicubic"), mode=Mode.PAIRS), CPU)
    small = as_tensor(image_of(folder, "nearest"))[..., 2::4, 2::4]
    assert torch.equal(small, torch.from_numpy(np.asarray(upright).copy()).permute(2, 0, 1)[None] / 255)
    assert as_tensor(image_of(folder, "nearest", 1)).min() == 1


def test_colours_of_another_space_are_brought_to_srgb(tmp_path: Path) -> None:
    photo = png(tmp_path / "wide.png", muted(), gamma(100_000), chromaticities(P3_CHROMATICITIES))
    folder = make_study(tmp_path / "s", StudyOrder((photo,), False, ("nearest", "bicubic"), mode=Mode.PAIRS), CPU)
    shown = as_tensor(image_of(folder, "nearest"))[0].permute(1, 2, 0).numpy()
    wanted = 255 * srgb_encoded((muted() / 255) @ P3_TO_SRGB.T)
    height, width = (min(side, 640 // 4) for side in wanted.shape[:2])
    top, left = (wanted.shape[0] - height) // 2, (wanted.shape[1] - width) // 2
    assert np.abs(255 * shown[2::4, 2::4] - wanted[top : top + height, left : left + width]).max() < 1.1


def test_what_makes_no_study_is_said(order: StudyOrder, photos: Path, tmp_path: Path) -> None:
    def refused(match: str, **changes: object) -> None:
        with pytest.raises(BadStudy, match=match):
            make_study(tmp_path / "study", replace(order, **changes), CPU)
        assert not (tmp_path / "study").exists()

    refused("two methods or more", models=("nearest",))
    refused("only where the photos are originals", with_original=False)
    refused("is of the calibration", calibration=(photos,))
    refused("Two photos are called 0", photos=(photos, photos / "0.png"))
    refused("reaches out of 0", corners={"0": (80, 0)}, side=40)
    refused("no photo called x to be cropped", corners={"x": (0, 0)})
    refused("at least 4 pixels", side=3)
    Image.new("RGB", (3, 9)).save(tmp_path / "tiny.png")
    refused("tiny.png is too small", photos=(tmp_path / "tiny.png",))
    refused("from 0 to 0.5", retest=0.6)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    with pytest.raises(BadStudy, match="not empty"):
        make_study(tmp_path / "full", order, CPU)
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["mine.txt"]
