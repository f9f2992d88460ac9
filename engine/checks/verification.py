"""Does this computer compute what it should? Each check is one fact that a photo's result depends on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.checks.sample import sample_planes
from engine.compute.cards.listing import CARD_KINDS
from engine.compute.devices import Device, Precision, cpu
from engine.compute.fidelity import psnr
from engine.compute.photo import planes_through
from engine.compute.rows import Rows, resized
from engine.compute.runner import ModelRunner
from engine.compute.tensors import to_pixels, to_planes
from engine.compute.tiling import plan_tiles
from engine.compute.trials import LEAST_PSNR, LEAST_PSNR_FLOAT32
from engine.errors import DeviceError, ModelError, PictureError
from engine.files.formats import Format, SaveOptions
from engine.files.reading import open_photo
from engine.files.writing import save_picture
from engine.geometry import Size
from engine.models import catalog
from engine.models.loading import Model, generator_of, load_model
from engine.picture import Header, Picture
from engine.sentences import Sentence

SIZE = Size(120, 104)
TILE = 56
"""LR pixels: small enough to take seconds, large enough for several tiles whose halos end inside the picture."""
BAND = 24
LEAST_PSNR_LOSSY = 30.0
"""In dB: of a file that may lose something."""
MOST_STRAY = 1e-4
"""Share of the 8-bit values that rounding may move by one level."""


@dataclass(frozen=True)
class Check:
    """One fact: whether it holds, and a sentence that says so with its figure."""

    name: str
    passed: bool
    sentence: str


def verify(device: Device, precision: Precision) -> Iterator[Check]:
    """Check every model of the catalog on a device and every file format, one fact at a time."""
    for entry in catalog.entries():
        try:
            yield from verify_model(load_model(entry.id), device, precision)
        except (ModelError, DeviceError) as error:
            yield Check(entry.id, False, error.sentence)
    yield from verify_files()


def verify_model(model: Model, device: Device, precision: Precision) -> Iterator[Check]:
    """That a model's tiles and rows equal the whole, and that a reduced precision stays close to float32."""
    planes = sample_planes(SIZE)
    exact = ModelRunner(model, device, Precision.FLOAT32, tile=TILE)
    for remark in exact.remarks:
        cannot = device.kind in CARD_KINDS and generator_of(model) is None  # which is no fault
        yield Check(Sentence("{model}: device", model=model.name), cannot, remark)
    whole = planes_through(exact.run, planes)
    yield _same(model, Sentence("tiles"), by_tiles(exact, planes), whole)
    yield _same(model, Sentence("rows"), by_rows(exact, planes), whole)
    if model.kernel is None:
        yield _close(model, ModelRunner(model, device, precision, tile=TILE), planes)


def verify_files() -> Iterator[Check]:
    """That every format Fourfold writes is read back as it was: equal, or close where it is lossy."""
    with tempfile.TemporaryDirectory(prefix="fourfold-") as folder:
        for format in Format:
            if format.writable:
                for depth in format.depths:
                    yield _kept(format, depth, Path(folder) / f"{depth}{format.suffix}")


def by_tiles(runner: ModelRunner, planes: Tensor) -> Tensor:
    """The result put together from tiles that are computed one by one, as a view computes them. Planes (N, 3, H, W) to
    (N, 3, scale * H, scale * W)."""

    def stitched(planes: Tensor) -> Tensor:
        size, scale = Size(planes.shape[3], planes.shape[2]), runner.model.scale
        whole = planes.new_empty(len(planes), 3, size.height * scale, size.width * scale)
        for tile in plan_tiles(size, TILE, runner.model.halo):
            result = runner.run(planes[..., *tile.outer.slices])
            whole[..., *tile.inner.scaled(scale).slices] = result[..., *tile.crop(scale).slices]
        return whole

    return planes_through(stitched, planes)


def by_rows(runner: ModelRunner, planes: Tensor) -> Tensor:
    """The result put together from bands of rows, as a file is written; shapes as in ``by_tiles``."""
    rows = Rows(Size(planes.shape[3], planes.shape[2]), iter(torch.split(planes, BAND, 2)))
    kernel, scale = runner.model.kernel, runner.model.scale
    result = resized(rows, rows.size.scaled(scale), kernel) if kernel else runner.apply(rows)
    return result.joined()


def _same(model: Model, what: Sentence, result: Tensor, whole: Tensor) -> Check:
    """Equal but for rounding: no 8-bit level off by more than one, and hardly any by one."""
    levels = (to_levels(result) - to_levels(whole)).abs()
    stray, most = (levels > 0).double().mean().item(), int(levels.max())
    passed = bool(torch.isfinite(result).all()) and most <= 1 and stray < MOST_STRAY
    distance = (result - whole).abs().max().item()
    verdict = Sentence("Its {what} equal the whole", what=what)
    if not passed:
        verdict = Sentence("Its {what} differ from the whole", what=what)
    sentence = Sentence(
        "{verdict}: at most {distance:.1e} apart, {stray:.3%} of 8-bit levels off.",
        verdict=verdict,
        distance=distance,
        stray=stray,
    )
    return Check(Sentence("{model}: {what}", model=model.name, what=what), passed, sentence)


def to_levels(planes: Tensor) -> Tensor:
    """What an 8-bit file would hold: planes in [0, 1] to whole numbers from 0 to 255, still floating-point."""
    return planes.clamp(0, 1).mul(255).round_()


def _close(model: Model, runner: ModelRunner, planes: Tensor) -> Check:
    """The result on the device in its own precision against the CPU's float32."""
    reference = planes_through(ModelRunner(model, cpu(), Precision.FLOAT32).run, planes)
    ratio = psnr(by_rows(runner, planes), reference)
    precision_used = str(runner.dtype).removeprefix("torch.")
    least = LEAST_PSNR_FLOAT32 if runner.dtype == torch.float32 else LEAST_PSNR
    sentence = Sentence(
        "On {device} in {kind} it is {ratio:.1f} dB from float32 on the CPU.",
        device=runner.device.name,
        kind=precision_used,
        ratio=ratio,
    )
    return Check(Sentence("{model}: precision", model=model.name), ratio >= least, sentence)


def _kept(format: Format, depth: int, path: Path) -> Check:
    """A picture with alpha where there can be one, saved and read again."""
    name = Sentence("{format}, {depth} bits", format=format.label, depth=depth)
    header = Header(SIZE, 4 if format.has_alpha else 3, depth)
    colours = sample_planes(SIZE)
    alpha = colours.flip(2).mean(1, keepdim=True).expand_as(colours)
    planes = torch.cat([colours, alpha] if format.has_alpha else [colours])  # (1 or 2, 3, H, W)
    picture = Picture(header, to_pixels(planes, header))
    try:
        save_picture(picture, path, SaveOptions(format, depth=depth))
        again = open_photo(path).picture()
    except PictureError as error:
        return Check(name, False, error.sentence)
    return Check(name, *_compared(again, picture, planes, lossy=format.lossy))


def _compared(again: Picture, picture: Picture, planes: Tensor, *, lossy: bool) -> tuple[bool, Sentence]:
    """Whether a picture that was read is near enough to the one written, whose planes are given; and a sentence."""
    came, went = again.header, picture.header
    if (came.size, came.channels, came.depth) != (went.size, went.channels, went.depth):
        sentence = Sentence("It came back as {size} with {channels} channels.", size=came.size, channels=came.channels)
        return False, sentence
    if bool((again.pixels == picture.pixels).all()):
        return True, Sentence("Written and read again it is equal to what it was.")
    ratio = psnr(to_planes(again.pixels), planes)
    sentence = Sentence("Written and read again it is {ratio:.1f} dB from what it was.", ratio=ratio)
    return lossy and ratio >= LEAST_PSNR_LOSSY, sentence
