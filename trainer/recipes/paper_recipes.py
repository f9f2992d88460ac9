"""The recipes of the paper's five variants (Ledig et al., CVPR 2017, section 3.2 and table 1). No torch.

The paper works on pixels in [-1, 1], Fourfold on [0, 1]: the paper's squared differences are four times ours.
"""

from __future__ import annotations

from dataclasses import replace

from engine.models.dimensions import Dimensions
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Adversary, Content, Data, Optimiser, Schedule

_RANGE = 4.0
"""What a squared difference of pixels in [-1, 1] is of one in [0, 1]."""
_DATA = Data(patch=96, batch=16, downscales=(), downscale_share=0.0, augment=False)
_RESNET_SCHEDULE = Schedule(
    steps=1_000_000,
    warmup=0,
    decay="constant",
    late=1.0,
    freeze=1.0,  # never: the paper fixes the statistics at test time alone
    validate_every=5_000,
    save_every=1_000,
)
_GAN_SCHEDULE = replace(
    _RESNET_SCHEDULE,
    steps=200_000,
    decay="milestones",
    milestones=(0.5,),
    milestone_factor=0.1,
    choose="perceptual",
)
_ADAM = Optimiser(learning_rate=1e-4, betas=(0.9, 0.999), clip=0.0, average=0.0)
_MSE = Content(l1=0.0, mse=_RANGE)
_VGG22 = Content(l1=0.0, perceptual=1.0, layers={"conv2_2": 1.0})
_VGG54 = Content(l1=0.0, perceptual=1.0, layers={"conv5_4": 1.0})
_TOTAL_VARIATION = 2e-8 * _RANGE
"""Added to SRResNet-VGG22 alone. The paper's text does not say whether it is of squared differences, as here."""
_ADVERSARY = Adversary(kind="paper", weight=1e-3, learning_rate=1e-4)


def _recipe(name: str, content: Content, *, adversarial: bool) -> Recipe:
    return Recipe(
        name=name,
        network=Dimensions(normalised=True),
        data=_DATA,
        schedule=_GAN_SCHEDULE if adversarial else _RESNET_SCHEDULE,
        optimiser=_ADAM,
        content=content,
        adversary=_ADVERSARY if adversarial else Adversary(),
    )


PAPER_RECIPES = (
    _recipe("srresnet-mse", _MSE, adversarial=False),
    _recipe("srresnet-vgg22", replace(_VGG22, total_variation=_TOTAL_VARIATION), adversarial=False),
    _recipe("srgan-mse", _MSE, adversarial=True),
    _recipe("srgan-vgg22", _VGG22, adversarial=True),
    _recipe("srgan-vgg54", _VGG54, adversarial=True),
)
