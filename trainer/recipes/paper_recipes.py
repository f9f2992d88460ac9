"""The recipes of the paper's five variants (Ledig et al., CVPR 2017, section 3.2 and table 1). No torch.

The paper works on pixels in [-1, 1], Fourfold on [0, 1]: the paper's squared error is four times ours.
"""

from __future__ import annotations

from dataclasses import replace

from engine.models.dimensions import Dimensions
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Adversary, Content, Data, Optimiser, Schedule

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


PAPER_RECIPES = (
    _paper("srresnet-mse", _PAPER_MSE, adversarial=False),
    _paper("srresnet-vgg22", replace(_PAPER_VGG22, total_variation=2e-8), adversarial=False),
    _paper("srgan-mse", _PAPER_MSE, adversarial=True),
    _paper("srgan-vgg22", _PAPER_VGG22, adversarial=True),
    _paper("srgan-vgg54", _PAPER_VGG54, adversarial=True),
)
