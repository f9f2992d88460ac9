"""One photo from file to file: the right pixels, honest progress, and nothing left behind when it stops."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from engine.compute.devices import Precision
from engine.compute.photo import planes_through
from engine.compute.runner import ModelRunner
from engine.compute.tensors import bled, to_pixels, to_planes
from engine.errors import CannotSave, FourfoldError, RequestError, UnreadablePicture, UnsupportedPicture
from engine.files import limits
from engine.files.formats import Format, SaveOptions
from engine.files.metadata.true_metadata import provenance
from engine.files.reading import open_photo
from engine.files.results import is_own_result
from engine.files.writing import save_picture
from engine.geometry import Size
from engine.jobs.saving import Job, is_result_of
from engine.jobs.sizing import Measure, Sizing
from engine.jobs.upscaler import Progress, Saved, upscale
from engine.models.dimensions import Dimensions
from engine.models.loading import Model, load_model
from engine.models.resampling import resize
from engine.picture import Header, Metadata, Picture, Pixels
from tests.engine.making import model

SMALL = model(Dimensions(blocks=1, width=4))
PNG = SaveOptions(Format.PNG)
TALL = Size(30, 90)


def photo_of(folder: Path, channels: int = 3, depth: int = 8, size: Size = TALL) -> Path:
    """A smooth picture with, where it has alpha, a hole in the middle."""
    header = Header(size, channels, depth)
    y, x = np.mgrid[: size.height, : size.width]
    waves = [np.sin(x / (3 + i)) * np.cos(y / (5 + i)) / 2 + 0.5 for i in range(channels)]
    pixels = (np.stack(waves, 2) * (2**depth - 1)).astype(header.dtype)
    if header.has_alpha:
        pixels[30:60, 10:20, -1] = 0
    path = folder / "photo.png"
    save_picture(Picture(header, pixels), path, PNG)
    return path


def job_of(folder: Path, value: float = 4, **photo: int) -> Job:
    return Job(photo_of(folder, **photo), folder / "big.png", Sizing(Measure.SCALE, value), PNG)


def run(job: Job, runner: ModelRunner) -> tuple[list[Progress], Saved]:
    return to_the_end(upscale(job, runner))


def to_the_end(steps: Iterator[Progress]) -> tuple[list[Progress], Saved]:
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as stop:
            return seen, stop.value


def pixels_of(path: Path) -> Pixels:
    return open_photo(path).picture().pixels


def wanted(job: Job, network: Callable[[Tensor], Tensor], passes: int, size: Size) -> Pixels:
    photo = open_photo(job.source).picture()
    planes = bled(to_planes(photo.pixels))
    for _ in range(passes):
        planes = planes_through(network, planes).clamp(0, 1)
    return to_pixels(resize(planes, size.height, size.width), Header(size, photo.header.channels, photo.header.depth))


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_pixels_are_the_models(tmp_path: Path, channels: int, depth: int) -> None:
    job = job_of(tmp_path, channels=channels, depth=depth)
    run(job, ModelRunner(SMALL, precision=Precision.FLOAT32))
    result, whole = pixels_of(job.target), wanted(job, SMALL.network, 1, Size(120, 360))
    assert result.dtype == whole.dtype and result.shape == whole.shape
    assert np.abs(result.astype(int) - whole).max() <= 1


@pytest.mark.parametrize(("scale", "passes"), [(0.5, 0), (1, 0), (2.5, 1), (4, 1), (6, 2)])
def test_any_size_is_one_or_two_passes_and_a_reduction(tmp_path: Path, scale: float, passes: int) -> None:
    job = job_of(tmp_path, scale)
    size = Size(round(30 * scale), round(90 * scale))
    _, saved = run(job, ModelRunner(SMALL, precision=Precision.FLOAT32))
    assert saved.header.size == open_photo(job.target).header.size == size
    whole = wanted(job, SMALL.network, passes, size)
    assert np.abs(pixels_of(job.target).astype(int) - whole).max() <= 1


def test_a_kernel_reaches_any_size_at_once(tmp_path: Path) -> None:
    job = job_of(tmp_path, 5.3)
    run(job, ModelRunner(load_model("bicubic")))
    assert np.array_equal(pixels_of(job.target), wanted(job, lambda planes: planes, 0, Size(159, 477)))


def test_an_alpha_that_hides_nothing_is_not_computed(tmp_path: Path) -> None:
    counts = set()

    class Counting(nn.Module):
        def forward(self, planes: Tensor) -> Tensor:
            counts.add(len(planes))
            return planes.repeat_interleave(2, 2).repeat_interleave(2, 3)

    header = Header(Size(8, 8), 4, 8)
    pixels = np.full((8, 8, 4), 255, np.uint8)
    save_picture(Picture(header, pixels), tmp_path / "opaque.png", PNG)
    job = Job(tmp_path / "opaque.png", tmp_path / "big.png", Sizing(Measure.SCALE, 2), PNG)
    run(job, ModelRunner(Model("twice", 2, 0, Counting())))
    assert counts == {1}
    assert pixels_of(job.target).shape == (16, 16, 4) and (pixels_of(job.target) == 255).all()


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    seen, saved = run(job_of(tmp_path), ModelRunner(SMALL))
    assert (seen[0].done, seen[0].fraction, seen[0].seconds_left) == (0, 0, None)
    assert (seen[-1].done, seen[-1].total, seen[-1].fraction, seen[-1].seconds_left) == (360, 360, 1, 0)
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert [step.seconds for step in seen] == sorted(step.seconds for step in seen)
    assert saved.seconds >= seen[-1].seconds and saved.device
    assert Progress(90, 360, 5.0).seconds_left == 15.0


def test_the_file_says_how_it_was_made(tmp_path: Path) -> None:
    job = Job(photo_of(tmp_path), tmp_path / "big.png", Sizing(), PNG, {"texture": "0.5"})
    photo = open_photo(job.source)
    assert not is_result_of(job, photo, SMALL)
    run(job, ModelRunner(SMALL))
    said = provenance(open_photo(job.target).header.metadata)
    assert said["model"] == "small" and said["texture"] == "0.5" and said["size"] == "120 x 360"
    assert said["source"] == "photo.png" and said["source_sha256"] == sha256(job.source.read_bytes()).hexdigest()
    assert said["format"] == "png" and said["depth"] == "8" and "quality" not in said
    assert is_result_of(job, photo, SMALL)
    assert not is_result_of(replace(job, sizing=Sizing(Measure.SCALE, 3)), photo, SMALL)
    assert not is_result_of(replace(job, provenance={}), photo, SMALL)
    assert not is_result_of(job, photo, load_model("bicubic"))


@pytest.mark.parametrize("format", [format for format in Format if format.writable])
def test_every_format_keeps_what_a_result_is_known_by(tmp_path: Path, format: Format) -> None:
    """Also where the photo's name holds what no XML may."""
    photo = photo_of(tmp_path).rename(tmp_path / os.fsdecode(b"a \x01\n<\xe9\xc3\xa9>.png"))
    job = Job(photo, tmp_path / f"big{format.suffix}", Sizing(Measure.SCALE, 2), SaveOptions(format, 90))
    bicubic = load_model("bicubic")
    run(job, ModelRunner(bicubic))
    assert is_own_result(job.target) and not is_own_result(photo)
    assert is_result_of(job, open_photo(photo), bicubic)
    if format.lossy:
        assert not is_result_of(replace(job, options=SaveOptions(format, 91)), open_photo(photo), bicubic)


@pytest.mark.parametrize("format", [Format.PNG, Format.JPEG])
def test_a_result_is_known_whatever_its_model_is_called(tmp_path: Path, format: Format) -> None:
    job = Job(photo_of(tmp_path), tmp_path / "big", Sizing(Measure.SCALE, 2), SaveOptions(format))
    odd = replace(load_model("bicubic"), name="\x01" + 100_000 * "m")
    run(job, ModelRunner(odd))
    assert is_result_of(job, open_photo(job.source), odd)


def test_a_photo_that_says_more_than_a_segment_holds_is_finished_once(tmp_path: Path) -> None:
    said = "".join(f"<rdf:Description xmlns:a='urn:a' a:n{number}='1'/>" for number in range(3_000))
    packet = f"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{said}</rdf:RDF>".encode()
    photo = tmp_path / "photo.png"
    save_picture(Picture(Header(Size(4, 4), 3, 8, Metadata(xmp=packet)), np.zeros((4, 4, 3), np.uint8)), photo, PNG)
    job = Job(photo, tmp_path / "big.jpg", Sizing(), SaveOptions(Format.JPEG))
    bicubic = load_model("bicubic")
    run(job, ModelRunner(bicubic))
    assert is_result_of(job, open_photo(photo), bicubic)


def test_a_flat_result_that_is_finished_is_found_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though a photo from elsewhere would not be opened that is so small for its size."""
    monkeypatch.setattr(limits, "_SMALL", 1)
    photo = tmp_path / "photo.png"
    save_picture(Picture(Header(Size(100, 100), 1, 8), np.zeros((100, 100, 1), np.uint8)), photo, PNG)
    job, nearest = Job(photo, tmp_path / "big.png", Sizing(Measure.SCALE, 40), PNG), load_model("nearest")
    run(job, ModelRunner(nearest))
    with pytest.raises(UnsupportedPicture, match="in so small a file"):
        open_photo(job.target)
    assert is_result_of(job, open_photo(photo), nearest)


@pytest.mark.parametrize("replacing", [False, True])
def test_a_file_that_comes_meanwhile_is_replaced_only_where_that_was_chosen(tmp_path: Path, replacing: bool) -> None:
    job = replace(job_of(tmp_path, 2), replace=replacing)
    work = upscale(job, ModelRunner(load_model("bicubic")))
    next(work)
    job.target.write_bytes(b"came meanwhile")
    (tmp_path / "big (2).png").write_bytes(b"this one too")
    _, saved = to_the_end(work)
    assert saved.target == (job.target if replacing else tmp_path / "big (3).png")
    assert open_photo(saved.target).header.size == (60, 180)
    assert replacing or job.target.read_bytes() == b"came meanwhile"
    assert (tmp_path / "big (2).png").read_bytes() == b"this one too"
    assert not list(tmp_path.glob(".fourfold*"))


# Flat


@pytest.mark.parametrize("model_of", [SMALL, load_model("bicubic"), load_model("nearest")], ids=lambda each: each.name)
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize(("width", "scale"), [(1, 4), (3, 4), (12, 6), (12, 2.5)])
def test_a_photo_of_one_colour_is_saved_in_it(
    tmp_path: Path, width: int, scale: float, depth: int, model_of: Model
) -> None:
    header = Header(Size(width, 40), 3, depth)
    colour = np.array([200, 120, 40], header.dtype) * (257 if depth == 16 else 1)
    save_picture(Picture(header, np.tile(colour, (40, width, 1))), tmp_path / "strip.png", PNG)
    job = Job(tmp_path / "strip.png", tmp_path / "big.png", Sizing(Measure.SCALE, scale), PNG)
    run(job, ModelRunner(model_of))
    assert (pixels_of(job.target) == colour).all()


def test_a_logo_keeps_its_alpha_and_its_colour(tmp_path: Path) -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[16:48, 16:48] = (30, 90, 200, 255)
    save_picture(Picture(Header(Size(64, 64), 4, 8), pixels), tmp_path / "logo.png", PNG)
    job = Job(tmp_path / "logo.png", tmp_path / "big.png", Sizing(), PNG)
    run(job, ModelRunner(SMALL))
    result = pixels_of(job.target)
    assert (result[92:164, 92:164] == (30, 90, 200, 255)).all()
    outside = np.ones((256, 256), bool)
    outside[36:220, 36:220] = False
    assert (result[outside, 3] == 0).all()


# Stopping


def tiled() -> ModelRunner:
    """One that takes many steps for a small photo."""
    return ModelRunner(Model(SMALL.name, 4, SMALL.halo, nn.Sequential(SMALL.network)), tile=20)


def assert_nothing_happened(folder: Path, before: set[str]) -> None:
    assert {path.name for path in folder.iterdir()} == before
    if "big.png" in before:
        assert (folder / "big.png").read_bytes() == b"the old one"
    left = {thread.name for thread in threading.enumerate()} & {"prefetch", "encoder"}
    assert not left


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("steps", [1, 2, 6, 14])
def test_closed_at_any_step_it_leaves_everything_as_it_was(tmp_path: Path, steps: int, there: bool) -> None:
    job = job_of(tmp_path)
    if there:
        job.target.write_bytes(b"the old one")
    before = {path.name for path in tmp_path.iterdir()}
    work = upscale(job, tiled())
    seen = [next(work) for _ in range(steps)]
    assert seen[-1].fraction < 1
    work.close()
    assert_nothing_happened(tmp_path, before)


@pytest.mark.parametrize("call", [0, 3, 9])
def test_an_error_at_any_tile_leaves_everything_as_it_was(tmp_path: Path, call: int) -> None:
    job, calls = job_of(tmp_path), []
    job.target.write_bytes(b"the old one")

    class Failing(nn.Module):
        def forward(self, planes: Tensor) -> Tensor:
            calls.append(planes)
            if len(calls) > call:
                raise RuntimeError("the device is gone")
            return SMALL.network(planes)

    with pytest.raises(RuntimeError, match="gone"):
        run(job, ModelRunner(Model("failing", 4, SMALL.halo, Failing()), tile=20))
    assert len(calls) == call + 1
    assert_nothing_happened(tmp_path, {"photo.png", "big.png"})


def no_folder(job: Job) -> Job:
    return Job(job.source, job.source.parent / "nowhere" / "big.png", job.sizing, job.options)


def too_large(job: Job) -> Job:
    return Job(job.source, job.target, Sizing(Measure.SCALE, 17), job.options)


def no_photo(job: Job) -> Job:
    job.source.write_text("no picture")
    return job


@pytest.mark.parametrize(
    ("spoil", "error"), [(no_folder, CannotSave), (too_large, RequestError), (no_photo, UnreadablePicture)]
)
def test_what_can_be_known_beforehand_is_told_before_the_first_tile(
    tmp_path: Path, spoil: Callable[[Job], Job], error: type[FourfoldError]
) -> None:
    job = spoil(job_of(tmp_path))
    with pytest.raises(error):
        next(upscale(job, ModelRunner(SMALL)))
    assert {path.name for path in tmp_path.iterdir()} == {"photo.png"}


def test_a_photo_damaged_in_its_middle_is_told_and_nothing_is_saved(tmp_path: Path) -> None:
    job = Job(photo_of(tmp_path, size=Size(200, 400)), tmp_path / "big.png", Sizing(Measure.SCALE, 2), PNG)
    data = job.source.read_bytes()
    job.source.write_bytes(data[: len(data) * 2 // 3])
    with pytest.raises(UnreadablePicture):
        run(job, ModelRunner(load_model("bicubic")))
    assert {path.name for path in tmp_path.iterdir()} == {"photo.png"}


def test_no_gradients_are_kept(tmp_path: Path) -> None:
    """They would keep every tile of a photo in memory."""
    seen = []

    class Watching(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = SMALL.network

        def forward(self, planes: Tensor) -> Tensor:
            seen.append(self.network(planes))
            return seen[-1]

    run(job_of(tmp_path), ModelRunner(Model("watching", 4, SMALL.halo, Watching()), tile=40))
    assert seen and not any(result.requires_grad for result in seen)
    assert torch.is_grad_enabled()
