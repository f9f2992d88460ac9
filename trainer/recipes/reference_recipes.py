"""The recipes of the networks that the paper compares with, as published. No torch.

All learn the luma alone. A patch is a multiple of the scale, so SRCNN's 33 and DRCN's 41 pixels are 36 and 44 here.
What was not published is chosen and marked so.
"""

from __future__ import annotations

from dataclasses import replace

from engine.models.dimensions import DRCN, ESPCN, Dimensions
from trainer.recipes.recipe import Recipe
from trainer.recipes.settings import Content, Data, Optimiser, Schedule

_DATA = Data(downscales=(), downscale_share=0.0, augment=False)
_SCHEDULE = Schedule(warmup=0, decay="constant", late=1.0, freeze=1.0, validate_every=5_000, save_every=1_000)
_SGD = Optimiser(method="sgd", betas=(0.9, 0.999), clip=0.0, average=0.0)


def _caffe_mse(pixels: int) -> float:
    """The weight of the mean squared error that makes it half the sum over a crop of so many pixels, as Caffe's is: the
    published learning rates are for that.
    """
    return pixels / 2


def _srcnn(kernels: str) -> Recipe:
    """Dong et al., TPAMI 2016, section 3.3 and 4.1: 8e8 crops of 33 pixels, 128 at a time, without padding (hence the
    border), at 1e-4, the last layer at 1e-5. 9-1-5 learnt from 91 pictures, 9-5-5 from ImageNet.
    """
    border = 6 if kernels == "9-1-5" else 8
    return Recipe(
        name=f"srcnn-{kernels}",
        network=Dimensions(architecture=f"srcnn-{kernels}", blocks=0, width=64),
        data=replace(_DATA, patch=36, batch=128),
        schedule=replace(_SCHEDULE, steps=6_250_000),
        optimiser=replace(_SGD, learning_rate=1e-4, last_share=0.1),
        content=Content(l1=0.0, mse=_caffe_mse((36 - 2 * border) ** 2), luma=True, border=border),
    )


_ESPCN = Recipe(
    name="espcn",
    network=Dimensions(architecture=ESPCN, blocks=0, width=64),
    data=replace(_DATA, patch=68, batch=16),  # 17 LR pixels; the batch is not published
    schedule=replace(  # published: from 1e-2 to 1e-4, as soon as there is little gain; ends without gain
        _SCHEDULE, steps=1_000_000, decay="milestones", milestones=(1 / 3, 2 / 3), milestone_factor=0.1
    ),
    optimiser=replace(_SGD, learning_rate=1e-2, last_share=0.1),
    content=Content(l1=0.0, mse=1.0, luma=True),
)
"""Shi et al., CVPR 2016, section 3.2: the mean squared error, the last layer ten times slower."""

_DRCN = Recipe(
    name="drcn",
    network=Dimensions(architecture=DRCN, blocks=16, width=256),
    data=replace(_DATA, patch=44, batch=64),
    schedule=replace(  # published: a tenth whenever five epochs bring no gain, until it is below 1e-6
        _SCHEDULE, steps=500_000, decay="milestones", milestones=(0.2, 0.4, 0.6, 0.8), milestone_factor=0.1
    ),
    optimiser=replace(_SGD, learning_rate=1e-2, weight_decay=1e-4, clip=1.0),
    content=Content(l1=0.0, mse=0.5, luma=True, recursive_supervision=0.9),
)
"""Kim et al., CVPR 2016, section 3 and 4.1: 91 pictures, momentum 0.9, weight decay 1e-4. The share of the recursions'
own loss "decays" from a high value; here from 0.9 to 0 in a line. The loss is half the squared error, here of a pixel.
Gradients are clipped, of which nothing was published: at this rate two steps without it leave the finite numbers.
"""

REFERENCE_RECIPES = (_srcnn("9-1-5"), _srcnn("9-5-5"), _ESPCN, _DRCN)
