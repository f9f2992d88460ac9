"""The training itself: resumed is uninterrupted, failures are survived, every recipe runs."""

import hashlib
import threading
from pathlib import Path

import pytest
import torch

from engine.models.weights import load_weights
from tests.trainer.conftest import TINY, made_photo
from trainer.errors import BadPhotos, BadRun, MissingFeatures, TrainingFailed
from trainer.events import (
    Events,
    PhotosChecked,
    StepsTaken,
    TrainerEvent,
    TrainingFinished,
    TrainingStopped,
    TrainingWarning,
    Validated,
)
from trainer.recipes.cookbook import COOKBOOK, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import with_settings
from trainer.run_folder import RunFolder, TrainingOrder
from trainer.train.checkpoint import load_checkpoint, save_checkpoint
from trainer.train.distributed import World
from trainer.train.loop import Loop
from trainer.train.preparation import prepare
from trainer.train.resuming import check_fits

MEASURED = ("psnr", "consistency", "perceptual", "phase ratio", "lag-4", "flat field")


def tiny(name: str, *settings: str) -> Recipe:
    return with_settings(recipe_named(name), [*TINY, *settings])


def order(photos: Path, recipe: Recipe, vgg19: Path | None = None, **more: object) -> TrainingOrder:
    return TrainingOrder(photos=photos, recipe=recipe, vgg19=vgg19, device="cpu", **more)


def prepared(run: RunFolder, what: TrainingOrder, heard: list[TrainerEvent] | None = None) -> Loop:
    return prepare(run, what, Events(*([] if heard is None else [heard.append])), World())


def trained(path: Path, what: TrainingOrder, heard: list[TrainerEvent] | None = None) -> Path:
    model = prepared(RunFolder.create(path, what), what, heard).train(threading.Event())
    assert model is not None
    return model


@pytest.mark.parametrize("name", COOKBOOK)
def test_every_recipe_runs_ten_steps(name: str, tmp_path: Path, photos: Path, vgg19_file: Path) -> None:
    heard: list[TrainerEvent] = []
    settings = ["adversary.width=8", "adversary.head_start=0"] if COOKBOOK[name].adversarial else []
    settings += ["content.jitter=8"] if COOKBOOK[name].content.jitter else []
    recipe = tiny(name, "schedule.steps=10", "schedule.patience=0", "data.held_out=0.2", *settings)
    model = trained(tmp_path / "run", order(photos, recipe, vgg19_file), heard)
    weights = load_weights(model)
    assert weights.card.name == name and not weights.card.dimensions.normalised
    assert weights.card.scores.keys() == {f"validation {name}" for name in MEASURED}
    assert [event.step for event in heard if isinstance(event, Validated)] == [5, 10]
    assert isinstance(heard[-1], TrainingFinished) and heard[-1].step == 10
    losses = next(event.losses for event in heard if isinstance(event, StepsTaken))
    losses.pop("flat", None)  # whether there is a crop of one colour is up to chance
    assert ("adversarial" in losses) == recipe.adversarial and all(map(torch.tensor(0.0).ne, losses.values()))


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(("srresnet", "optimiser.method=muon"), id="muon"),
        pytest.param(("srresnet-mse",), id="batch-normalised"),
        pytest.param(("drcn", "network.blocks=2", "optimiser.last_share=0.5"), id="recursive, by SGD"),
        pytest.param(
            ("srgan", "adversary.width=8", "adversary.head_start=3", "data.degradation=photo", "schedule.keep=last"),
            id="adversarial",
        ),
    ],
)
def test_resumed_equals_uninterrupted(
    settings: tuple[str, ...], tmp_path: Path, photos: Path, vgg19_file: Path
) -> None:
    recipe = tiny(*settings, "schedule.steps=15")
    what = order(photos, recipe, vgg19_file)
    whole = load_weights(trained(tmp_path / "whole", what))
    run = RunFolder.create(tmp_path / "parts", what)
    for steps in (5, 10):
        part = prepared(run, what)
        assert part.training.step == steps - 5
        stop_at(part, steps)
    resumed = prepared(run, run.order())
    assert resumed.training.step == 10
    model = resumed.train(threading.Event())
    assert model is not None and load_weights(model).card.sha256 == whole.card.sha256
    ends = [networks(load_checkpoint(tmp_path / name / "checkpoints")["training"]) for name in ("whole", "parts")]
    assert digests(ends[0]) == digests(ends[1])
    balances = [
        load_checkpoint(tmp_path / name / "checkpoints")["training"].get("balance") for name in ("whole", "parts")
    ]
    assert balances[0] == balances[1]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(("srresnet", "optimiser.method=muon"), id="muon"),
        pytest.param(("srresnet", "optimiser.method=adam"), id="adam"),
        pytest.param(("srgan-mse", "adversary.width=8"), id="adversarial"),
    ],
)
def test_a_checkpoint_without_names_is_still_read(
    settings: tuple[str, ...], tmp_path: Path, photos: Path, vgg19_file: Path
) -> None:
    what = order(photos, tiny(*settings, "schedule.steps=10"), vgg19_file)
    run = RunFolder.create(tmp_path / "run", what)
    stop_at(prepared(run, what), 5)
    expected = load_checkpoint(run.checkpoints)["training"]
    save_checkpoint(run.checkpoints, 6, {**load_checkpoint(run.checkpoints), "training": without_names(expected)})
    resumed = prepared(run, run.order()).training
    assert digests(networks(resumed.state())) == digests(networks(expected))
    for name, optimiser in expected["optimisers"].items():
        restored = resumed.state()["optimisers"][name]["state"]
        assert digests([*restored.values()]) == digests([*optimiser["state"].values()])


def without_names(training: dict) -> dict:
    """As the first checkpoints were written: lists, and ``judge`` for the discriminator's head."""
    parts = networks(training)
    if "discriminator" in training:
        parts[-1] = {name.replace("head.", "judge."): each for name, each in parts[-1].items()}
    kept = {name: training[name] for name in ("step", "feature_unit")}
    return {**kept, "modules": parts, "optimisers": [*training["optimisers"].values()]}


def networks(training: dict) -> list[dict[str, torch.Tensor]]:
    return [training[name] for name in ("generator", "average", "discriminator") if name in training]


def stop_at(loop: Loop, step: int) -> None:
    """Train until a step, then stop as a person does."""
    stop = threading.Event()
    take = loop.training.take_step

    def take_and_count(*arguments: object) -> object:
        losses = take(*arguments)
        if loop.training.step == step:
            stop.set()
        return losses

    loop.training.take_step = take_and_count
    loop.train(stop)


def digests(modules: list[dict[str, torch.Tensor]]) -> list[str]:
    return [
        hashlib.sha256(b"".join(each.contiguous().numpy().tobytes() for each in module.values())).hexdigest()
        for module in modules
    ]


def test_training_learns(tmp_path: Path, photos: Path) -> None:
    heard: list[TrainerEvent] = []
    learning = ["optimiser.method=muon", "optimiser.body_learning_rate=0.02", "optimiser.learning_rate=2e-3"]
    recipe = tiny("srresnet", "schedule.steps=90", "schedule.validate_every=30", "network.width=12", *learning)
    trained(tmp_path / "run", order(photos, recipe), heard)
    psnr = [event.scores["psnr"] for event in heard if isinstance(event, Validated)]
    assert psnr[-1] > psnr[0] + 1


def test_fine_tuning_begins_from_weights(tmp_path: Path, photos: Path) -> None:
    base = trained(tmp_path / "base", order(photos, tiny("srresnet", "schedule.steps=5")))
    recipe = tiny("fine-tune-faithful", "schedule.steps=1", "schedule.validate_every=1", "network.width=8")
    tuned = load_weights(trained(tmp_path / "tuned", order(photos, recipe, base=base, replay=photos)))
    before = load_weights(base)
    assert tuned.card.base == f"srresnet {before.card.sha256[:12]}"
    assert tuned.card.dimensions == before.card.dimensions  # the weights decide, not the recipe
    drift = max((tuned.state[name] - before.state[name]).abs().max().item() for name in before.state)
    assert 0 < drift < 1e-3
    base.rename(tmp_path / "elsewhere.safetensors")  # as on another machine
    resumed = prepared(RunFolder(tmp_path / "tuned"), RunFolder(tmp_path / "tuned").order())
    assert resumed.base == tuned.card.base and resumed.training.generator.dimensions == before.card.dimensions


def test_in_its_head_start_the_discriminator_learns_alone(tmp_path: Path, photos: Path, vgg19_file: Path) -> None:
    what = order(photos, tiny("srgan", "adversary.width=8", "adversary.head_start=2"), vgg19_file)
    training, crops = (loop := prepared(RunFolder.create(tmp_path / "run", what), what)).training, loop.crops

    def now() -> list[str]:
        return digests(networks(training.state()))  # generator, average, discriminator

    before = now()
    for _ in range(2):
        assert training.take_step(crops.batch(32), 0.0).keys() == {"real", "fake"}
    alone = now()
    assert alone[:2] == before[:2] and alone[2] != before[2]
    assert {"adversarial", "perceptual", "real"} <= training.take_step(crops.batch(32), 0.0).keys()
    assert all(first != second for first, second in zip(now(), alone, strict=True))
    figures = training.figures()
    assert {"norm content", "norm phases4", "weight conv4_4", "right phases2"} <= figures.keys()


def test_what_a_head_start_leaves_as_it_is_is_validated_once(tmp_path: Path, photos: Path, vgg19_file: Path) -> None:
    base = trained(tmp_path / "base", order(photos, tiny("srresnet", "schedule.steps=1")))
    settings = ("adversary.width=8", "adversary.head_start=2", "schedule.steps=4", "schedule.validate_every=1")
    what = order(photos, tiny("srgan", *settings), vgg19_file, base=base)
    trained(tmp_path / "run", what, heard := [])
    assert [each.step for each in heard if isinstance(each, Validated)] == [0, 3, 4]


def test_what_has_changed_between_two_models_is_added_to_a_third(tmp_path: Path, photos: Path) -> None:
    files = [
        trained(tmp_path / str(seed), order(photos, tiny("srresnet", "schedule.steps=1"), seed=seed))
        for seed in range(3)
    ]
    what = order(photos, tiny("srresnet"), base=files[0], change=(files[1], files[2]))
    run = RunFolder.create(tmp_path / "run", what)
    loop = prepared(run, run.order())
    base, before, after = (load_weights(file).state for file in files)
    begun = loop.training.generator.state_dict()
    assert all(torch.equal(begun[name], base[name] + after[name] - before[name]) for name in base)
    assert loop.base.startswith("srresnet + srresnet - srresnet ")
    assert load_weights(run.base).card.sha256.startswith(loop.base.split()[-1])
    wide = trained(tmp_path / "wide", order(photos, tiny("srresnet", "schedule.steps=1", "network.width=5")))
    with pytest.raises(BadRun, match="another network"):
        prepared(run, order(photos, tiny("srresnet"), base=files[0], change=(files[1], wide)))


def test_adversarial_training_begins_from_a_batch_normalised_run(
    tmp_path: Path, photos: Path, vgg19_file: Path
) -> None:
    trained(tmp_path / "resnet", order(photos, tiny("srresnet-mse", "schedule.steps=5")))
    recipe = tiny("srgan-vgg54", "schedule.steps=1", "adversary.width=8")
    what = order(photos, recipe, vgg19_file, base=tmp_path / "resnet")
    loop = prepared(RunFolder.create(tmp_path / "gan", what), what)
    assert loop.training.generator.dimensions.normalised
    stored = load_checkpoint(tmp_path / "resnet/checkpoints")["training"]["average"]
    assert digests([stored]) == digests([loop.training.generator.state_dict()])


def test_patience_ends_a_training_that_gains_nothing(tmp_path: Path, photos: Path) -> None:
    heard: list[TrainerEvent] = []
    recipe = tiny("srresnet", "schedule.steps=1000", "schedule.validate_every=1", "schedule.patience=3")
    recipe = with_settings(recipe, ["optimiser.learning_rate=1e-12"])
    trained(tmp_path / "run", order(photos, recipe), heard)
    assert isinstance(heard[-1], TrainingFinished) and heard[-1].step < 30


def test_pauses_do_not_use_up_patience(tmp_path: Path, photos: Path) -> None:
    """Nothing is gained, so it ends after a few validations; pauses between them change neither that nor the model."""
    hopeless = ("schedule.steps=1000", "schedule.patience=4", "schedule.keep=best", "optimiser.method=adam")
    hopeless += ("optimiser.learning_rate=1e-12",)
    what = order(photos, tiny("srresnet", *hopeless))
    heard: list[TrainerEvent] = []
    whole = trained(tmp_path / "whole", what, heard)
    run = RunFolder.create(tmp_path / "parts", what)
    for step in (6, 7, 8, 9, 11):
        stop_at(prepared(run, what, heard), step)
        assert isinstance(heard[-1], TrainingStopped) and heard[-1].step == step
        assert [event.scheduled for event in heard if isinstance(event, Validated)][-1] is False
    model = prepared(run, what, heard).train(threading.Event())
    ends = [event for event in heard if isinstance(event, TrainingFinished)]
    assert [end.reason for end in ends] == ["no gain"] * 2 and ends[0].step == ends[1].step
    assert load_weights(model).card.sha256 == load_weights(whole).card.sha256


def test_the_best_three_are_averaged(tmp_path: Path, photos: Path) -> None:
    recipe = tiny("srresnet", "schedule.steps=6", "schedule.validate_every=1", "schedule.keep='best three'")
    model = trained(tmp_path / "run", order(photos, recipe))
    files = sorted((tmp_path / "run/weights").glob("step-*.safetensors"))
    assert 3 <= len(files) <= 4
    scored = sorted(map(load_weights, files), key=lambda each: each.card.scores["validation psnr"])[-3:]
    mean = torch.stack([each.state["last.bias"] for each in scored]).mean(0)
    assert torch.allclose(load_weights(model).state["last.bias"], mean)


def test_a_step_that_is_not_finite_is_skipped(tmp_path: Path, photos: Path) -> None:
    what = order(photos, tiny("srresnet"))
    loop = prepared(RunFolder.create(tmp_path / "run", what), what)
    batch = loop.crops.batch(32)
    before = digests([loop.training.generator.state_dict(), loop.training.average.state_dict()])
    poisoned = batch._replace(hr=batch.hr * float("nan"))
    for _ in range(9):
        loop.training.take_step(poisoned, 0.0)
    assert digests([loop.training.generator.state_dict(), loop.training.average.state_dict()]) == before
    loop.training.take_step(batch, 0.0)
    assert digests([loop.training.generator.state_dict()]) != before[:1]
    for _ in range(9):
        loop.training.take_step(poisoned, 0.0)
    with pytest.raises(TrainingFailed, match="half the learning rate"):
        loop.training.take_step(poisoned, 0.0)


def test_a_full_disk_loses_no_checkpoint(tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[TrainerEvent] = []
    what = order(photos, tiny("srresnet", "schedule.steps=10"))
    run = RunFolder.create(tmp_path / "run", what)
    stop_at(prepared(run, what), 5)
    before = {path.name: path.read_bytes() for path in run.checkpoints.iterdir()}
    loop = prepared(run, what, heard)
    monkeypatch.setattr("trainer.train.checkpoint.write_whole", full_disk)
    loop.train(threading.Event())
    warnings = [event.text for event in heard if isinstance(event, TrainingWarning)]
    assert any("the disk is full" in text for text in warnings)
    assert {path.name: path.read_bytes() for path in run.checkpoints.iterdir()} == before
    monkeypatch.undo()
    assert prepared(run, what).training.step == 5


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_damaged_checkpoint_falls_back_to_the_one_before(tmp_path: Path) -> None:
    for step in range(1, 6):
        save_checkpoint(tmp_path, step, {"step": step, "tensor": torch.ones(3)})
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"step-{step:08d}.checkpoint" for step in (3, 4, 5)]
    newest = tmp_path / names[-1]
    newest.write_bytes(newest.read_bytes()[:-20])
    assert load_checkpoint(tmp_path)["step"] == 4
    for name in names:
        (tmp_path / name).write_bytes(b"junk")
    with pytest.raises(BadRun, match="damaged"):
        load_checkpoint(tmp_path)


def test_bad_orders_get_one_sentence(tmp_path: Path, photos: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    made_photo(0, 20, 20).save(small / "small.png")
    with pytest.raises(BadPhotos, match=r"None of the photos.*1 too small"):
        trained(tmp_path / "a", order(small, tiny("srresnet")))
    with pytest.raises(MissingFeatures, match="nowhere"):
        trained(tmp_path / "b", order(photos, tiny("srgan"), tmp_path / "nowhere.pth"))
    what = order(photos, tiny("srresnet", "schedule.steps=1"))
    trained(tmp_path / "c", what)
    with pytest.raises(BadRun, match="--resume"):
        RunFolder.create(tmp_path / "c", what)
    with pytest.raises(BadRun, match="holds no training"):
        RunFolder(tmp_path / "nowhere").order()


def test_a_broken_photo_among_good_ones_is_left_out(tmp_path: Path, photos: Path) -> None:
    (photos / "broken.jpg").write_bytes(b"broken")
    heard: list[TrainerEvent] = []
    trained(tmp_path / "run", order(photos, tiny("srresnet", "schedule.steps=1")), heard)
    assert "left out: 1 damaged" in next(event.text for event in heard if isinstance(event, PhotosChecked))
    assert RunFolder(tmp_path / "run").manifest().left_out == {"broken.jpg": "damaged"}


def test_settings_can_change_on_resuming(tmp_path: Path, photos: Path) -> None:
    what = order(photos, tiny("srresnet", "schedule.steps=5"))
    trained(tmp_path / "run", what)
    run = RunFolder(tmp_path / "run")
    changed = run.order(["optimiser.body_learning_rate=1e-5", "schedule.steps=6", "schedule.decay=constant"])
    loop = prepared(run, changed)
    loop.train(threading.Event())
    assert loop.training.step == 6 and loop.training.learning_rate == pytest.approx(1e-5)
    assert run.order().recipe == changed.recipe


@pytest.mark.parametrize(
    ("recipe", "setting", "part"),
    [
        ("srresnet", "optimiser.method=adam", "optimiser"),
        ("srresnet", "network.width=5", "network"),
        ("srresnet", "network.blocks=2", "network"),
        ("srresnet", "adversary.kind=paper", "discriminator"),
        ("srgan", "adversary.width=4", "discriminator"),
        ("srgan", "adversary.kind=none", "discriminator"),
    ],
)
def test_what_does_not_fit_the_checkpoint_is_refused_before_anything_is_written(
    tmp_path: Path, photos: Path, vgg19_file: Path, recipe: str, setting: str, part: str
) -> None:
    small = ["adversary.width=8"] if recipe == "srgan" else ["optimiser.method=muon"]
    trained(tmp_path / "run", order(photos, tiny(recipe, "schedule.steps=2", *small), vgg19_file))
    run = RunFolder(tmp_path / "run")
    before = {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()}
    with pytest.raises(BadRun, match=f"with the {part} that it began with"):
        prepared(run, run.order([setting, "schedule.steps=4"]))
    assert {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()} == before
    assert prepared(run, run.order(["schedule.steps=4"])).training.step == 2
    assert run.order().recipe.schedule.steps == 4


def test_looking_whether_a_checkpoint_fits_draws_no_chance(tmp_path: Path, photos: Path, vgg19_file: Path) -> None:
    loop = prepared(
        RunFolder.create(tmp_path / "run", what := order(photos, tiny("srgan", "adversary.width=8"), vgg19_file)), what
    )
    state = torch.get_rng_state()
    check_fits(what.recipe, loop.training.state())
    assert torch.equal(torch.get_rng_state(), state)


def test_of_two_that_begin_at_once_in_one_folder_none_removes_the_others(tmp_path: Path, photos: Path) -> None:
    what = order(photos, tiny("srresnet"))
    run = RunFolder.create(tmp_path / "run", what)
    (run.path / "order.json").unlink()
    with pytest.raises(BadRun, match="holds recipe"):
        RunFolder.create(tmp_path / "run", what)
    assert run.weights.is_dir() and (run.path / "recipe.toml").is_file()


def test_a_run_folder_that_was_written_by_nobody_is_told(tmp_path: Path, photos: Path) -> None:
    run = RunFolder.create(tmp_path / "run", order(photos, tiny("srresnet")))
    (run.path / "manifest.json").write_text('{"training": [{"nothing": 1}]}')
    with pytest.raises(BadRun, match="cannot be read"):
        run.manifest()
    for text in ("[]", '{"photos": 3}', '{"unknown": 1}', "{"):
        (run.path / "order.json").write_text(text)
        with pytest.raises(BadRun, match="holds no training"):
            run.order()
