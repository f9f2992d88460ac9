"""Recipes: written, read, changed, refused; the paper's are the paper's."""

import dataclasses
import subprocess
import sys
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import BadRecipe
from trainer.recipes.cookbook import COOKBOOK, recipe_named
from trainer.recipes.recipe import Recipe
from trainer.recipes.toml import from_toml, to_toml, with_settings

VARIANTS = ("srresnet-mse", "srresnet-vgg22", "srgan-mse", "srgan-vgg22", "srgan-vgg54")


@pytest.mark.parametrize("recipe", COOKBOOK.values(), ids=lambda recipe: recipe.name)
def test_every_recipe_survives_toml(recipe: Recipe) -> None:
    assert from_toml(to_toml(recipe)) == recipe


@given(
    batch=st.integers(1, 64),
    rate=st.floats(1e-7, 1e-2),
    milestones=st.lists(st.floats(0, 1), max_size=3),
    name=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters='/\\:*?"<>|. '),
        min_size=1,
        max_size=60,
    ),
    layers=st.dictionaries(st.sampled_from(["conv2_2", "conv5_4"]), st.floats(0.1, 2), min_size=1),
)
def test_any_setting_survives_toml(batch: int, rate: float, milestones: list, name: str, layers: dict) -> None:
    recipe = with_settings(
        dataclasses.replace(recipe_named("fine-tune-textured"), name=name),
        [f"data.batch={batch}", f"optimiser.learning_rate={rate}", f"schedule.milestones={milestones}"],
    )
    recipe = dataclasses.replace(recipe, content=dataclasses.replace(recipe.content, layers=layers))
    assert from_toml(to_toml(recipe)) == recipe
    assert (recipe.data.batch, recipe.optimiser.learning_rate) == (batch, rate)


@pytest.mark.parametrize(
    ("setting", "part"),
    [
        ("data.batch=0", "data.batch"),
        ("data.batch=8.5", "data.batch"),
        ("data.patch=98", "multiple of 4"),
        ("data.downscales=[1.5]", "between 0 and 1"),
        ("data.nothing=1", "no setting data.nothing"),
        ("nothing.batch=1", "there is no nothing"),
        ("batch=1", "looks like data.batch=8"),
        ("optimiser.method=lion", "no optimiser lion"),
        ("optimiser.last_share=0", "last_share"),
        ("network.architecture=edsr", "architecture is one of"),
        ("content.border=48", "content.border"),
        ("content.recursive_supervision=0.5", "for drcn alone"),
        ("content.layers={conv9_9=1}", "not in conv9_9"),
        ("network.scale=3", "2, 4 or 8"),
        ("schedule.late=2", "from 0 to 1"),
        ("adversary.kind=resnet", "no discriminator resnet"),
        ("adversary.kind=features", "no discriminator features"),
        ("adversary.shares={conv1_2=1}", "adversary.shares names some of"),
        ("adversary.caps={phases4=1}", "adversary.caps names the heads"),
        ("content.jitter=8", "need content.jitter=0"),
        ("content.grid=150.0", "content.grid is gone"),
        ("adversary.spectral=true", "adversary.spectral is gone"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(setting: str, part: str) -> None:
    with pytest.raises(BadRecipe, match=part) as refused:
        with_settings(recipe_named("srgan"), [setting])
    assert "\n" not in str(refused.value)


def test_a_recipe_of_an_earlier_version_goes_on_where_nothing_that_is_gone_was_used() -> None:
    today = to_toml(recipe_named("srresnet"))
    earlier = today.replace("[content]", "[content]\ngrid = 0.0\ntexture = {}\ncharbonnier = 0.0\nspectrum = 0.0")
    earlier = earlier.replace("[adversary]", "[adversary]\nspectral = false")
    assert from_toml(earlier) == recipe_named("srresnet")
    with pytest.raises(BadRecipe, match=r"earlier version of Fourfold.*content\.spectrum"):
        from_toml(earlier.replace("spectrum = 0.0", "spectrum = 2.0"))


def test_names_need_no_quotes() -> None:
    assert with_settings(recipe_named("srresnet"), ["optimiser.method=muon"]).optimiser.method == "muon"


def test_broken_toml_and_unknown_names_are_refused() -> None:
    with pytest.raises(BadRecipe, match="not valid TOML"):
        from_toml("name = [")
    with pytest.raises(BadRecipe, match="srgan-vgg54"):
        recipe_named("esrgan")


def test_the_papers_recipes_are_the_papers() -> None:
    srgan, resnet = recipe_named("srgan-vgg54"), recipe_named("srresnet-mse")
    for recipe in (srgan, resnet):
        assert recipe.network.normalised and recipe.network.blocks == 16 and recipe.network.width == 64
        assert (recipe.data.batch, recipe.data.patch, recipe.optimiser.learning_rate) == (16, 96, 1e-4)
        assert recipe.optimiser.betas[0] == 0.9
    assert resnet.schedule.steps == 1_000_000
    assert (srgan.schedule.steps, srgan.schedule.milestones, srgan.schedule.milestone_factor) == (200_000, (0.5,), 0.1)
    assert srgan.adversary.weight == 1e-3 and srgan.adversary.kind == "paper"
    assert srgan.content.layers == {"conv5_4": 1.0} and not srgan.content.before_relu
    assert srgan.content.feature_scale == pytest.approx(1 / 12.75)
    assert recipe_named("srresnet-vgg22").content.total_variation == pytest.approx(4 * 2e-8)  # in [-1, 1]
    assert not any(recipe_named(name).content.total_variation for name in VARIANTS if name != "srresnet-vgg22")


@pytest.mark.parametrize("name", VARIANTS)
def test_the_papers_variants_differ_in_their_losses_alone(name: str) -> None:
    recipe = recipe_named(name)
    network, _, loss = name.partition("-")
    assert recipe.adversarial == (network == "srgan") and recipe.schedule.freeze == 1
    layers = {"mse": {}, "vgg22": {"conv2_2": 1.0}, "vgg54": {"conv5_4": 1.0}}[loss]
    assert recipe.content.layers == layers and recipe.content.mse == (0 if layers else 4)
    assert recipe.data == recipe_named("srresnet-mse").data and not recipe.data.augment
    assert recipe.optimiser == recipe_named("srresnet-mse").optimiser and recipe.optimiser.average == 0


@pytest.mark.parametrize(
    ("name", "batch", "patch", "rate"),
    [
        ("srcnn-9-1-5", 128, 36, 1e-4),
        ("srcnn-9-5-5", 128, 36, 1e-4),
        ("espcn", 16, 68, 1e-2),
        ("drcn", 64, 44, 1e-2),
    ],
)
def test_reference_networks_learn_as_published(name: str, batch: int, patch: int, rate: float) -> None:
    recipe = recipe_named(name)
    assert (recipe.data.batch, recipe.data.patch, recipe.optimiser.learning_rate) == (batch, patch, rate)
    assert recipe.optimiser.method == "sgd" and recipe.optimiser.betas[0] == 0.9
    assert recipe.content.luma and recipe.content.mse > 0 and not recipe.content.l1
    assert recipe.optimiser.last_share == (1.0 if name == "drcn" else 0.1)
    assert recipe.network.architecture == name
    assert recipe.optimiser.clip == (1.0 if name == "drcn" else 0.0)  # without it DRCN is soon not finite


def test_recipes_and_arguments_need_no_torch() -> None:
    code = (
        "import sys, argparse; sys.modules['torch'] = None\n"
        "import trainer.recipes.cookbook, trainer.tools.report, trainer.data.dataset\n"
        "from trainer.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit as end: sys.exit(end.code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0 and "evaluate" in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["../escape", "a/b", "c:\\d", "", " ", "..", "x" * 61, "two\nlines", "\x1b[31m"])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    """Weights are called after their recipe, and a recipe may come from anybody."""
    recipe = dataclasses.replace(recipe_named("srresnet"), name=name)
    with pytest.raises(BadRecipe, match="cannot be called"):
        from_toml(to_toml(recipe))


def test_texts_with_controls_survive_toml() -> None:
    recipe = with_settings(recipe_named("srresnet"), [])
    text = to_toml(dataclasses.replace(recipe, name='\x7f\x1b\n"\\\udce9'))
    assert tomllib.loads(text)["name"] == '\x7f\x1b\n"\\\\xe9'
