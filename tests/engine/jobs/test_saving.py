"""The policy of saving, each decision with real files: what is made, where, and what is left alone."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.compute.precision import Precision
from engine.compute.runner import ModelRunner
from engine.errors import CannotSave, RequestError, UnreadablePicture
from engine.files.file_set import FileSet
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, Naming
from engine.files.reading import open_photo
from engine.geometry import Size
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Batch, Begun, Decided, Job, Reason, SaveOrder, Skipped, decide, plan_job
from engine.jobs.sizing import Measure, Sizing
from engine.jobs.upscaler import Progress, Saved, SaveReport, save_photo
from engine.models import catalog
from engine.models.loading import load_model

BICUBIC = Method(catalog.BICUBIC)


@pytest.fixture
def order(tmp_path: Path) -> SaveOrder:
    """To upscale a small photo by bicubic, beside it."""
    path = tmp_path / "beach.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (18, 24, 3), np.uint8)).save(path)
    return SaveOrder(path, BICUBIC)


def plan(order: SaveOrder, **also: object) -> Job | Skipped:
    return plan_job(order, open_photo(order.photo), load_model(catalog.BICUBIC), **also)


def target_of(order: SaveOrder, **also: object) -> Path:
    job = plan(order, **also)
    assert isinstance(job, Job)
    return job.target


def run(order: SaveOrder, **also: object) -> tuple[list[SaveReport], Saved | Skipped]:
    steps, seen = save_photo(order, RunnerCache(), **also), []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as stop:
            return seen, stop.value


def never(target: Path) -> IfExists:
    raise AssertionError(f"nobody need be asked about {target.name}")


# Which job


def test_a_job_says_all_that_was_chosen(order: SaveOrder, tmp_path: Path) -> None:
    options = SaveOptions(Format.PNG, 70, 16, False, 240)
    chosen = replace(
        order,
        method=Method(catalog.CLEAN.textured, 0.5, ensemble=True),
        sizing=Sizing(Measure.SCALE, 3),
        format=Format.TIFF,
        options=options,
        naming=Naming("{name}-{width}", tmp_path / "large"),
    )
    assert plan(chosen) == Job(
        order.photo,
        tmp_path / "large" / "beach-72.tif",
        Sizing(Measure.SCALE, 3),
        replace(options, format=Format.TIFF),
        {"texture": "0.5", "ensemble": "8"},
    )


@pytest.mark.parametrize(
    ("photo", "chosen", "saved"),
    [
        (Format.JPEG, None, Format.JPEG),
        (Format.HEIC, None, Format.PNG),
        (Format.JPEG, Format.WEBP, Format.WEBP),
        (Format.GIF, Format.WEBP, Format.WEBP),
    ],
)
def test_the_format_is_the_chosen_one_or_the_photos(photo: Format, chosen: Format | None, saved: Format) -> None:
    assert SaveOrder(Path("a"), BICUBIC, format=chosen).options_for(photo).format is saved


def test_the_target_lies_beside_the_photo_in_a_folder_or_is_named(order: SaveOrder, tmp_path: Path) -> None:
    assert target_of(order) == tmp_path / "beach_bicubic_4x.png"
    assert target_of(replace(order, naming=Naming(folder=tmp_path / "out"))) == tmp_path / "out/beach_bicubic_4x.png"
    assert target_of(replace(order, naming=Naming(file=tmp_path / "this {one}.png"))) == tmp_path / "this {one}.png"
    with pytest.raises(RequestError, match="moon"):
        plan(replace(order, naming=Naming("{moon}")))


@pytest.mark.parametrize(
    ("model", "texture", "name"),
    [
        (catalog.CLEAN.textured, None, "srgan"),
        (catalog.CLEAN.textured, 0.85, "srgan"),
        (catalog.CLEAN.textured, 1.0, "srgan-100"),
        (catalog.PHOTO.faithful, 0.25, "srgan-photo-25"),
        ("holiday", None, "holiday"),
        ("/models/x4 plus.pth", None, "x4 plus"),
    ],
)
def test_results_are_called_after_the_model_that_was_chosen(
    order: SaveOrder, model: str, texture: float | None, name: str
) -> None:
    assert target_of(replace(order, method=Method(model, texture))).name == f"beach_{name}_4x.png"


def test_a_size_that_cannot_be_is_told(order: SaveOrder) -> None:
    with pytest.raises(RequestError):
        plan(replace(order, sizing=Sizing(Measure.WIDTH, 2**40)))


def test_an_order_can_be_made_and_kept_before_torch_is_there() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from pathlib import Path\n"
        "from engine.files.formats import Format\n"
        "from engine.geometry import Size\n"
        "from engine.jobs.saving import SaveOrder\n"
        "from engine.jobs.worker import Worker\n"
        "print(SaveOrder(Path('a.jpg')).with_model('srgan').target_for(Format.JPEG, Size(4, 3)))\n"
        "Worker(print).close()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == ["a_srgan_4x.jpg"], done.stderr


# Which model


def test_a_model_that_was_chosen_stays(order: SaveOrder) -> None:
    assert decide(order, open_photo(order.photo)) is None
    assert order.with_model("srgan") == order


def test_a_model_left_open_is_decided_by_the_photo_and_all_else_stays(tmp_path: Path) -> None:
    shades = np.add.outer(np.arange(32), np.arange(40)).astype(np.uint8)
    Image.fromarray(shades).save(tmp_path / "sent.jpg", quality=50)
    order = SaveOrder(tmp_path / "sent.jpg", Method(catalog.AUTO, 0.5, tile=64), if_exists=IfExists.SKIP)
    decided = decide(order, open_photo(order.photo))
    assert decided
    assert decided.order == replace(order, method=Method(catalog.PHOTO.textured, 0.5, tile=64))
    assert decided.advice.model == catalog.PHOTO.textured and "quality 50" in decided.advice.sentence


# What is there already


def existing(order: SaveOrder) -> Path:
    target = target_of(order)
    target.write_bytes(b"old")
    return target


def test_nobody_is_asked_where_nothing_is_in_the_way(order: SaveOrder) -> None:
    assert plan(order, ask=never)


def test_an_existing_file_is_kept(order: SaveOrder) -> None:
    target = existing(order)
    assert plan(replace(order, if_exists=IfExists.SKIP), ask=never) == Skipped(target, Reason.EXISTS)


def test_both_are_kept(order: SaveOrder) -> None:
    target = existing(order)
    renaming = replace(order, if_exists=IfExists.RENAME)
    second = target.with_name("beach_bicubic_4x (2).png")
    assert target_of(renaming, ask=never) == second
    assert target_of(renaming, batch=Batch(results=FileSet([second]))).name == "beach_bicubic_4x (3).png"


def test_an_existing_file_is_replaced(order: SaveOrder) -> None:
    target = existing(order)
    assert target_of(replace(order, if_exists=IfExists.OVERWRITE), ask=never) == target


@pytest.mark.parametrize("answer", [IfExists.SKIP, IfExists.RENAME, IfExists.OVERWRITE])
def test_who_is_asked_decides(order: SaveOrder, answer: IfExists) -> None:
    target, asked = existing(order), []

    def ask(target: Path) -> IfExists:
        asked.append(target)
        return answer

    assert plan(order, ask=ask) == plan(replace(order, if_exists=answer))
    assert asked == [target]
    assert plan(order) == plan(replace(order, if_exists=IfExists.RENAME)), "both are kept where nobody is asked"


@pytest.mark.parametrize("policy", IfExists)
def test_no_target_is_given_twice(order: SaveOrder, policy: IfExists) -> None:
    target = target_of(order)
    for there in (False, True):
        if there:
            target.write_bytes(b"the first one")
        again = target_of(replace(order, if_exists=policy), batch=Batch(results=FileSet([target])), ask=never)
        assert again == target.with_name("beach_bicubic_4x (2).png")


def itself(photo: Path) -> Path:
    return photo


def linked(photo: Path) -> Path:
    link = photo.with_name("link.png")
    link.symlink_to(photo)
    return link


def hard_linked(photo: Path) -> Path:
    link = photo.with_name("link.png")
    os.link(photo, link)
    return link


@pytest.mark.parametrize("way", [itself, linked, hard_linked])
def test_the_photo_itself_is_never_replaced(order: SaveOrder, way: Callable[[Path], Path]) -> None:
    over = replace(order, naming=Naming(file=way(order.photo)), if_exists=IfExists.OVERWRITE)
    before = order.photo.read_bytes()
    with pytest.raises(CannotSave, match="photo itself"):
        plan(over)
    assert target_of(replace(over, if_exists=IfExists.RENAME)) not in (order.photo, over.naming.file)
    assert order.photo.read_bytes() == before


# What is finished


def test_a_finished_result_is_not_made_again(order: SaveOrder) -> None:
    _, saved = run(order)
    assert isinstance(saved, Saved)
    again = replace(order, resume=True)
    assert plan(again, ask=never) == Skipped(saved.target, Reason.FINISHED)
    assert target_of(order) != saved.target, "only for who resumes"


@pytest.mark.parametrize(
    "other",
    [
        {"sizing": Sizing(Measure.SCALE, 2)},
        {"method": Method(catalog.BICUBIC, ensemble=True)},
        {"method": Method(catalog.BICUBIC, precision=Precision.FLOAT32)},
        {"options": SaveOptions(depth=16)},
        {"options": SaveOptions(metadata=False)},
        {"options": SaveOptions(resolution=300)},
        {"format": Format.TIFF},
    ],
)
def test_what_was_made_otherwise_is_not_finished(order: SaveOrder, other: dict[str, object]) -> None:
    named = replace(order, naming=Naming(file=order.photo.with_name("big.png")), if_exists=IfExists.OVERWRITE)
    run(named)
    assert isinstance(plan(replace(named, resume=True)), Skipped)
    assert isinstance(plan(replace(named, resume=True, **other)), Job)


@pytest.mark.parametrize("other", [{"tile": 32}, {"device": "cpu"}])
def test_what_changes_no_pixel_is_finished_all_the_same(order: SaveOrder, other: dict[str, object]) -> None:
    run(order)
    assert isinstance(plan(replace(order, resume=True, method=replace(BICUBIC, **other))), Skipped)


def test_what_is_damaged_is_not_finished_and_its_age_says_nothing(order: SaveOrder) -> None:
    _, saved = run(order)
    resuming = replace(order, resume=True, if_exists=IfExists.OVERWRITE)
    whole = saved.target.read_bytes()
    for share in (0.1, 0.5, 0.95):  # of which the last two still have their header
        saved.target.write_bytes(whole[: int(len(whole) * share)])
        assert isinstance(plan(resuming), Job)
    saved.target.write_bytes(whole)
    os.utime(saved.target, (1, 1))
    assert isinstance(plan(resuming), Skipped)


def test_a_result_belongs_to_one_photo(order: SaveOrder) -> None:
    """Of two photos that lead to one name, and of a photo that has changed since."""
    other = replace(order, photo=order.photo.with_suffix(".bmp"), format=Format.PNG)
    Image.new("RGB", (24, 18), "teal").save(other.photo)
    _, first = run(order)
    resuming = replace(other, resume=True, if_exists=IfExists.RENAME)
    _, second = run(resuming)
    assert second.target.name == "beach_bicubic_4x (2).png", "the first one is another photo's"
    assert run(resuming)[1] == Skipped(second.target, Reason.FINISHED), "and is found under its number"
    assert run(replace(order, resume=True))[1] == Skipped(first.target, Reason.FINISHED)
    Image.new("RGB", (24, 18), "red").save(order.photo)
    assert isinstance(plan(replace(order, resume=True)), Job)


# What is another photo's


@pytest.mark.parametrize("policy", IfExists)
@pytest.mark.parametrize("way", [itself, linked, hard_linked])
def test_no_input_of_the_batch_is_a_target(order: SaveOrder, way: Callable[[Path], Path], policy: IfExists) -> None:
    other = order.photo.with_name("other.png")
    Image.new("RGB", (4, 4), "blue").save(other)
    over = replace(order, naming=Naming(file=way(other)), if_exists=policy)
    job = plan(over, batch=Batch(FileSet([order.photo, other])), ask=never)
    assert isinstance(job, Job) and job.target.name.endswith(" (2).png") and not job.replace


def test_a_batch_knows_its_results(order: SaveOrder) -> None:
    batch, over = Batch(), replace(order, if_exists=IfExists.OVERWRITE)
    targets = [run(over, batch=batch)[1].target.name for _ in range(2)]
    assert targets == ["beach_bicubic_4x.png", "beach_bicubic_4x (2).png"]
    resuming = replace(over, resume=True)
    batch = Batch()
    assert isinstance(run(resuming, batch=batch)[1], Skipped)
    assert run(replace(resuming, photo=order.photo), batch=batch)[1].target.name == "beach_bicubic_4x (2).png"


# An order, carried out


def test_an_order_tells_its_way(order: SaveOrder) -> None:
    seen, saved = run(order)
    assert isinstance(saved, Saved)
    begun, *progress = seen
    job = Job(order.photo, saved.target, order.sizing, order.options_for(Format.PNG))
    assert begun == Begun(job, Size(24, 18), Size(96, 72))
    assert progress and all(isinstance(report, Progress) for report in progress)
    assert open_photo(saved.target).header.size == (96, 72)


class _NotingCache(RunnerCache):
    """Which methods were asked for, the one that computed last."""

    def __init__(self) -> None:
        super().__init__()
        self.methods: list[Method] = []

    def runner(self, method: Method) -> ModelRunner:
        self.methods.append(method)
        return super().runner(method)


@pytest.mark.parametrize(
    ("depth", "asked", "used"),
    [
        (8, Precision.AUTO, Precision.AUTO),
        (16, Precision.AUTO, Precision.FLOAT32),
        (16, Precision.BFLOAT16, Precision.BFLOAT16),
    ],
)
def test_sixteen_bits_are_computed_in_float32_unless_asked(
    order: SaveOrder, depth: int, asked: Precision, used: Precision
) -> None:
    cache = _NotingCache()
    method = Method(catalog.CLEAN.faithful, precision=asked)
    list(save_photo(replace(order, method=method, options=SaveOptions(depth=depth)), cache))
    assert cache.methods[-1].precision == used


def test_an_open_order_is_decided_first(order: SaveOrder) -> None:
    steps = save_photo(replace(order, method=Method(catalog.AUTO)), RunnerCache())
    decided = next(steps)
    assert isinstance(decided, Decided) and decided.order.method.model == catalog.PHOTO.textured
    steps.close()
    assert [path.name for path in order.photo.parent.iterdir()] == ["beach.png"]


def test_what_is_skipped_is_not_begun(order: SaveOrder) -> None:
    target = existing(order)
    seen, skipped = run(replace(order, if_exists=IfExists.SKIP))
    assert seen == [] and skipped == Skipped(target, Reason.EXISTS)
    assert target.read_bytes() == b"old"


def test_no_photo_is_told(order: SaveOrder) -> None:
    order.photo.write_text("no picture")
    with pytest.raises(UnreadablePicture):
        run(order)
