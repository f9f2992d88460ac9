"""The settings of a recipe, in five parts, frozen. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

VGG19_LAYERS = ("conv1_2", "conv2_2", "conv3_4", "conv4_4", "conv5_4")
"""Where the perceptual loss may look: the last convolution before each pooling."""
CONTRAST_LAYERS = ("fine", "middle", "coarse")
"""Where it may look at local contrast: at full size, half and a quarter."""
LAYERS = {"vgg19": VGG19_LAYERS, "contrast": CONTRAST_LAYERS}
"""Of each kind of features."""
DISTANCES = ("l1", "squared", "unit")
"""How features are compared."""
DISCRIMINATORS = ("none", "paper", "heads")
"""What may tell upscaled photos from real ones."""
PHASE_HEADS = ("phases4", "phases2")
"""Heads that look at pixels by their place in squares of four by four and two by two."""
CHOICES = ("psnr", "perceptual", "texture")
"""By what a checkpoint is chosen; ``trainer.train.export`` has the formulas."""
METHODS = ("adam", "sgd", "muon")
"""Optimisers."""


@dataclass(frozen=True)
class Data:
    """What a batch is made of. Lengths are HR pixels.

    ``late_patch`` replaces ``patch`` in the late phase (0: never). With a chance of ``downscale_share`` a photo is
    first reduced to one of ``downscales``. ``degradation`` is one of the DEGRADATIONS of ``severity``; ``clean_share``
    of the crops go without it. ``replay_share`` of each batch comes from the replayed photos, where there are any.
    ``flat_share`` of the crops are of one colour, white and black among them. ``augment`` flips and turns the crops at
    random. On a CPU, ``megapixels`` of photos are held in memory at most: of each one the middle. Photos that are read
    from disk (``TrainingOrder.store``) are used whole.
    """

    patch: int = 96
    late_patch: int = 0
    batch: int = 16
    downscales: tuple[float, ...] = (0.8, 0.65, 0.5)
    downscale_share: float = 0.35
    degradation: str = "none"
    clean_share: float = 0.3
    replay_share: float = 0.0
    flat_share: float = 0.0
    held_out: float = 0.05
    megapixels: int = 700
    augment: bool = True


@dataclass(frozen=True)
class Schedule:
    """How long, and how fast over that time.

    ``warmup`` counts steps, milestones and ``late`` are shares of the whole training. ``decay`` is constant, cosine (to
    zero) or milestones (times ``milestone_factor`` at each). ``late`` begins the late phase (1: never). Where the
    network is batch-normalised its statistics freeze at ``freeze``. Validation and saving every so many steps;
    ``patience`` validations without gain end the training (0: never). ``choose`` is one of CHOICES, ``keep`` what
    the model at the end is: the last, the best, or the mean of the best three that were validated.
    """

    steps: int = 20_000
    warmup: int = 100
    decay: str = "cosine"
    milestones: tuple[float, ...] = ()
    milestone_factor: float = 0.5
    late: float = 0.85
    freeze: float = 0.8
    validate_every: int = 200
    save_every: int = 200
    patience: int = 0
    choose: str = "psnr"
    keep: str = "last"


@dataclass(frozen=True)
class Optimiser:
    """``method`` is adam, sgd, or muon for the body's convolutions with Adam for the rest.

    ``learning_rate`` is Adam's and SGD's, ``body_learning_rate`` Muon's; the last layer learns at ``last_share`` of it,
    but for Muon. ``betas`` are Adam's, the first of them is SGD's momentum. ``weight_decay`` is what SGD adds of the
    weights to their gradient. ``average`` is the decay of the moving average of the weights, which is what is validated
    and exported. ``clip`` limits the norm of the gradient.
    """

    method: str = "adam"
    learning_rate: float = 5e-4
    body_learning_rate: float = 4e-3
    betas: tuple[float, ...] = (0.9, 0.99)
    clip: float = 1.0
    average: float = 0.999
    weight_decay: float = 0.0
    last_share: float = 1.0


@dataclass(frozen=True)
class Content:
    """Weights of the losses that compare with the truth; 0 leaves one out.

    Pixels are in [0, 1]. ``late_mse`` replaces all pixel losses in the late phase. ``perceptual`` weighs the loss over
    ``layers`` (name: weight) of ``features``, which are vgg19 or contrast, as ``l1``, ``squared`` or ``unit`` distance;
    VGG19's are taken before or after ReLU, and ``feature_scale`` multiplies them. ``calibrated`` divides the perceptual
    loss by its value at the first step. ``consistency`` compares the reduced result with the LR before it was damaged.
    ``artefacts`` costs a second pass of the generator. Where there is a teacher, ``teacher`` is the share of the pixel
    losses that asks for what it makes of the LR instead of the truth.

    ``flat`` weighs the absolute error of the crops of one colour on their own. ``phase_energy`` weighs how unequally
    fine detail is spread over the pixels that come of one LR pixel: the lattices of sub-pixel convolutions.

    ``luma`` makes the pixel losses compare the luma alone, as a share of 255. They leave out ``border`` HR pixels on
    each side of a crop, where a network sees padding. ``recursive_supervision`` is DRCN's alone: which share of its
    loss goes to the predictions of its recursions at first; it falls to 0 until the end.

    ``jitter``: VGG19 and the discriminator look at a window that many HR pixels smaller than the crop, for each
    crop elsewhere. Their poolings would otherwise always fall on the same of the pixels that the generator shuffles,
    and teach it a grid.
    """

    l1: float = 1.0
    mse: float = 0.0
    late_mse: float = 0.0
    total_variation: float = 0.0
    consistency: float = 0.0
    artefacts: float = 0.0
    flat: float = 0.0
    phase_energy: float = 0.0
    perceptual: float = 0.0
    features: str = "vgg19"
    layers: Mapping[str, float] = field(default_factory=dict)
    before_relu: bool = False
    distance: str = "squared"
    feature_scale: float = 1 / 12.75
    calibrated: bool = False
    jitter: int = 0
    teacher: float = 0.8
    luma: bool = False
    border: int = 0
    recursive_supervision: float = 0.0


@dataclass(frozen=True)
class Adversary:
    """The discriminator: ``kind`` is none, paper (weighed by ``weight``), or heads: several small ones.

    ``shares`` names the heads, which are PHASE_HEADS and layers of VGG19 in ``Content.layers``. Each is weighed so that
    its gradient on the pixels is that share of the content losses' own, but by no more than its ``caps``. For the first
    ``head_start`` steps the discriminator learns alone. ``width`` is its first channels: of heads on VGG19's maps that,
    of PHASE_HEADS three times and one and a half times as much. ``betas`` are its Adam's.
    """

    kind: str = "none"
    weight: float = 0.0
    shares: Mapping[str, float] = field(default_factory=dict)
    caps: Mapping[str, float] = field(default_factory=dict)
    head_start: int = 0
    width: int = 64
    learning_rate: float = 1e-4
    betas: tuple[float, ...] = (0.9, 0.999)
