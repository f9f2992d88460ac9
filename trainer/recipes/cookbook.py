"""The ready recipes: the four that ship, the fine-tuning presets, the paper's and those of its rivals. No torch."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trainer.errors import BadRecipe
from trainer.recipes.paper_recipes import PAPER_RECIPES
from trainer.recipes.recipe import Recipe
from trainer.recipes.reference_recipes import REFERENCE_RECIPES
from trainer.recipes.settings import Adversary, Content, Data, Optimiser, Schedule

SRRESNET = Recipe(
    name="srresnet",
    data=Data(batch=8),
    schedule=Schedule(steps=40_000),
    optimiser=Optimiser(method="muon"),  # far ahead of Adam after 100 equal steps: 26.6 against 23.0 dB
    content=Content(l1=1.0, late_mse=4.0),
)
_REDUCED: dict[str, Any] = {"downscales": (0.9, 0.8, 0.7, 0.6), "downscale_share": 1.0}
"""Photos are JPEGs, and their blocks of eight pixels begin where LR pixels do. What judges textures finds these edges
always at the same of the sixteen pixels that come of one LR pixel, and teaches a grid. Reducing moves them about.
"""
_TEXTURE = Content(
    perceptual=1.0,
    layers={"conv2_2": 0.1, "conv3_4": 1.0, "conv4_4": 1.0, "conv5_4": 1.0},
    before_relu=True,
    distance="l1",
    feature_scale=1.0,
    calibrated=True,
)
SRGAN = Recipe(
    name="srgan",
    data=Data(batch=8, degradation="light", clean_share=0.75, flat_share=0.05, **_REDUCED),
    schedule=Schedule(
        steps=10_000,
        validate_every=250,
        save_every=250,
        late=1.0,
        choose="texture",
        keep="best three",
    ),
    optimiser=Optimiser(method="muon", learning_rate=1e-4, body_learning_rate=6e-4, average=0.998),
    content=Content(
        l1=0.02,
        consistency=0.5,
        flat=30.0,  # without it white is 254
        phase_energy=3.0,  # without it one of the sixteen pixels of an LR pixel is 2.5 times as rough as another
        perceptual=1.0,
        layers={"conv2_2": 0.15, "conv3_4": 1.0, "conv4_4": 1.0, "conv5_4": 1.0},
        before_relu=True,
        distance="unit",
    ),
    adversary=Adversary(
        kind="heads",
        shares={"phases4": 0.5, "phases2": 0.2, "conv3_4": 0.3, "conv4_4": 0.3},
        caps={"phases4": 1.0, "phases2": 2.0, "conv3_4": 30.0, "conv4_4": 60.0},
        head_start=300,
        width=32,
        learning_rate=8e-4,
        betas=(0.5, 0.99),
    ),
)
SRRESNET_PHOTO = replace(
    SRRESNET,
    name="srresnet-photo",
    data=replace(SRRESNET.data, degradation="photo", flat_share=0.03),
    schedule=Schedule(steps=10_000, late=1.0),
    optimiser=Optimiser(method="muon", learning_rate=2e-4, body_learning_rate=2e-3),  # it begins from good weights
    content=Content(l1=1.0, flat=1.0, phase_energy=0.3),  # without the latter the phase ratio rises to 1.5
)
SRGAN_PHOTO = replace(
    SRGAN,
    name="srgan-photo",
    data=replace(SRGAN.data, degradation="photo", clean_share=Data.clean_share),
)
FINE_TUNE_LENGTHS = {"quick": 400, "balanced": 1_300, "thorough": 2_600}
"""Steps of a fine-tune by how long a person wants to wait."""
_FINE_TUNE_DATA = Data(batch=8, replay_share=0.4, held_out=0.2, megapixels=200)
_FINE_TUNE_SCHEDULE = Schedule(
    steps=FINE_TUNE_LENGTHS["balanced"], warmup=100, late=1.0, validate_every=50, save_every=50, patience=5, keep="best"
)
_FINE_TUNE_OPTIMISER = Optimiser(learning_rate=5e-5, average=0.995)
FINE_TUNE_FAITHFUL = Recipe(
    name="fine-tune-faithful",
    data=_FINE_TUNE_DATA,
    schedule=_FINE_TUNE_SCHEDULE,
    optimiser=_FINE_TUNE_OPTIMISER,
    content=Content(l1=1.0),
)
FINE_TUNE_TEXTURED = replace(
    FINE_TUNE_FAITHFUL,
    name="fine-tune-textured",
    data=replace(_FINE_TUNE_DATA, **_REDUCED),
    schedule=replace(_FINE_TUNE_SCHEDULE, choose="perceptual"),
    content=replace(_TEXTURE, l1=1.0, consistency=1.0, perceptual=0.1, jitter=8),
)
FINE_TUNE_CONTRAST = replace(
    FINE_TUNE_FAITHFUL,
    name="fine-tune-contrast",
    data=replace(_FINE_TUNE_DATA, **_REDUCED),
    schedule=replace(_FINE_TUNE_SCHEDULE, choose="perceptual"),
    content=Content(
        l1=1.0,
        consistency=1.0,
        perceptual=0.05,
        features="contrast",
        layers={"fine": 1.0, "middle": 1.0, "coarse": 1.0},
        distance="l1",
        feature_scale=1.0,
        calibrated=True,
        jitter=8,
    ),
)
"""Stands in for ``fine-tune-textured`` where there is no VGG19. On the shipped SRResNet 60 steps of six crops lowered
VGG19's distance by 2.5 % at 0.02 dB of PSNR; six times as much of the perceptual loss raised it and drew a grid.
"""

COOKBOOK: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        SRRESNET,
        SRGAN,
        SRRESNET_PHOTO,
        SRGAN_PHOTO,
        FINE_TUNE_FAITHFUL,
        FINE_TUNE_TEXTURED,
        FINE_TUNE_CONTRAST,
        *PAPER_RECIPES,
        *REFERENCE_RECIPES,
    )
}


def recipe_named(name: str) -> Recipe:
    """A ready recipe. Raises BadRecipe."""
    if name not in COOKBOOK:
        raise BadRecipe("There is no recipe {name}; there are {known}.", name=name, known=", ".join(COOKBOOK))
    return COOKBOOK[name]
