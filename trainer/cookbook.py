"""The ready recipes: the paper's five, the two that ship, and the fine-tuning presets. No torch.

The paper works on pixels in [-1, 1], Fourfold on [0, 1]: the paper's squared error is four times ours.
"""

from __future__ import annotations

from dataclasses import replace

from engine.dimensions import Dimensions
from trainer.errors import BadRecipe
from trainer.recipes import Adversary, Content, Data, Optimiser, Recipe, Schedule

_PAPER_DATA = Data(patch=96, batch=16, downscales=(), downscale_share=0.0)
_PAPER_RESNET_SCHEDULE = Schedule(
    steps=1_000_000, warmup=0, decay="constant", late=1.0, validate_every=5_000, save_every=1_000
)
_PAPER_GAN_SCHEDULE = replace(
    _PAPER_RESNET_SCHEDULE,
    steps=200_000,
    decay="milestones",
    milestones=(0.5,),
    milestone_factor=0.1,
    choose="perceptual",
)
_PAPER_ADAM = Optimiser(learning_rate=1e-4, betas=(0.9, 0.999), clip=0.0, average=0.0)
_PAPER_MSE = Content(l1=0.0, mse=4.0)
_PAPER_VGG22 = Content(l1=0.0, perceptual=1.0, layers={"conv2_2": 1.0})
_PAPER_VGG54 = Content(l1=0.0, perceptual=1.0, layers={"conv5_4": 1.0})
_PAPER_ADVERSARY = Adversary(kind="paper", weight=1e-3)


def _paper(name: str, content: Content, *, adversarial: bool) -> Recipe:
    return Recipe(
        name=name,
        network=Dimensions(normalised=True),
        data=_PAPER_DATA,
        schedule=_PAPER_GAN_SCHEDULE if adversarial else _PAPER_RESNET_SCHEDULE,
        optimiser=_PAPER_ADAM,
        content=content,
        adversary=_PAPER_ADVERSARY if adversarial else Adversary(),
    )


SRRESNET = Recipe(
    name="srresnet",
    data=Data(batch=8),
    schedule=Schedule(steps=40_000),
    optimiser=Optimiser(method="muon"),  # far ahead of Adam after 100 equal steps: 26.6 against 23.0 dB
    content=Content(l1=1.0, late_mse=4.0),
)
SRGAN = Recipe(
    name="srgan",
    schedule=Schedule(
        steps=20_000,
        decay="milestones",
        milestones=(0.5, 0.75, 0.9),
        validate_every=100,
        save_every=100,
        late=1.0,
        choose="perceptual",
        keep="best three",
    ),
    optimiser=Optimiser(learning_rate=1e-4),
    content=Content(
        l1=0.01,
        consistency=0.01,
        artefacts=1.0,
        perceptual=1.0,
        layers={"conv2_2": 0.1, "conv3_4": 1.0, "conv4_4": 1.0, "conv5_4": 1.0},
        before_relu=True,
        distance="l1",
        feature_scale=1.0,
        calibrated=True,
    ),
    adversary=Adversary(kind="unet", weight=5e-3, width=32, spectral=True),
)
_FINE_TUNE_DATA = Data(batch=8, replay_share=0.4, held_out=0.2)
_FINE_TUNE_SCHEDULE = Schedule(steps=1_300, warmup=100, late=1.0, validate_every=50, save_every=50, patience=5)
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
    schedule=replace(_FINE_TUNE_SCHEDULE, choose="perceptual"),
    content=replace(SRGAN.content, l1=0.1, consistency=0.1, artefacts=0.0),
)

COOKBOOK: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        SRRESNET,
        SRGAN,
        FINE_TUNE_FAITHFUL,
        FINE_TUNE_TEXTURED,
        _paper("srresnet-mse", _PAPER_MSE, adversarial=False),
        _paper("srresnet-vgg22", replace(_PAPER_VGG22, total_variation=2e-8), adversarial=False),
        _paper("srgan-mse", _PAPER_MSE, adversarial=True),
        _paper("srgan-vgg22", _PAPER_VGG22, adversarial=True),
        _paper("srgan-vgg54", _PAPER_VGG54, adversarial=True),
    )
}


def recipe_named(name: str) -> Recipe:
    """A ready recipe. Raises BadRecipe."""
    if name not in COOKBOOK:
        raise BadRecipe(f"There is no recipe {name}; there are {', '.join(COOKBOOK)}.")
    return COOKBOOK[name]
