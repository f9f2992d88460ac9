"""Recipes: everything that decides what a training does, frozen, checked, and written as TOML. No torch.

A recipe has five parts. ``recipe_named`` gives a ready one (see ``cookbook``), ``with_settings`` changes it
from the command line, ``to_toml`` and ``from_toml`` carry it into a run folder and into the card of the weights.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from engine.models.dimensions import Dimensions
from trainer.errors import BadRecipe
from trainer.recipes.severity import DEGRADATIONS

VGG19_LAYERS = ("conv1_2", "conv2_2", "conv3_4", "conv4_4", "conv5_4")
"""Where the perceptual loss may look: the last convolution before each pooling."""
CONTRAST_LAYERS = ("fine", "middle", "coarse")
"""Where it may look at local contrast: at full size, half and a quarter."""
_LAYERS = {"vgg19": VGG19_LAYERS, "contrast": CONTRAST_LAYERS}
DISTANCES = ("l1", "squared", "unit")
"""How features are compared."""
DISCRIMINATORS = ("none", "paper", "unet", "features")
"""What may tell upscaled photos from real ones."""


@dataclass(frozen=True)
class Data:
    """What a batch is made of. Lengths are HR pixels.

    ``late_patch`` replaces ``patch`` in the late phase (0: never). With a chance of ``downscale_share`` a photo is
    first reduced to one of ``downscales``. ``degradation`` is one of the DEGRADATIONS of ``severity``; ``clean_share``
    of the crops go without it. ``replay_share`` of each batch comes from the replayed photos, where there are any.
    On a CPU, ``megapixels`` of photos are held in memory at most: of each one the middle.
    """

    patch: int = 96
    late_patch: int = 0
    batch: int = 16
    downscales: tuple[float, ...] = (0.8, 0.65, 0.5)
    downscale_share: float = 0.35
    degradation: str = "none"
    clean_share: float = 0.3
    replay_share: float = 0.0
    held_out: float = 0.05
    megapixels: int = 700


@dataclass(frozen=True)
class Schedule:
    """How long, and how fast over that time.

    ``warmup`` counts steps, milestones and ``late`` are shares of the whole training. ``decay`` is constant, cosine (to
    zero) or milestones (times ``milestone_factor`` at each). ``late`` begins the late phase (1: never). Where the
    network is batch-normalised its statistics freeze at ``freeze``. Validation and saving every so many steps;
    ``patience`` validations without gain end the training (0: never). ``choose`` says by which score, ``keep`` what
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
    """``method`` is adam, or muon for the body's convolutions with Adam for the rest.

    ``learning_rate`` is Adam's, ``body_learning_rate`` Muon's. ``average`` is the decay of the moving average of the
    weights, which is what is validated and exported. ``clip`` limits the norm of the gradient.
    """

    method: str = "adam"
    learning_rate: float = 5e-4
    body_learning_rate: float = 4e-3
    betas: tuple[float, ...] = (0.9, 0.99)
    clip: float = 1.0
    average: float = 0.999


@dataclass(frozen=True)
class Content:
    """Weights of the losses that compare with the truth; 0 leaves one out.

    Pixels are in [0, 1]. ``late_mse`` replaces all pixel losses in the late phase. ``perceptual`` weighs the loss over
    ``layers`` (name: weight) of ``features``, which are vgg19 or contrast, as ``l1``, ``squared`` or ``unit`` distance;
    VGG19's are taken before or after ReLU, and ``feature_scale`` multiplies them. ``calibrated`` divides the perceptual
    loss by its value at the first step. ``consistency`` is left out where the data are damaged.

    ``texture`` (name: weight, some of the ``layers`` of vgg19) weighs how much of each texture there is, not where
    exactly it lies. ``spectrum`` does so by fifteen plain patterns, in the logarithm, so that faint ones count too.

    ``grid`` weighs a bias of single pixels among those that come of one LR pixel.

    ``jitter``: VGG19 and the discriminator look at a window that many HR pixels smaller than the crop, for each
    crop elsewhere. Their poolings would otherwise always fall on the same of the pixels that the generator shuffles,
    and teach it a grid.
    """

    l1: float = 1.0
    charbonnier: float = 0.0
    mse: float = 0.0
    late_mse: float = 0.0
    total_variation: float = 0.0
    consistency: float = 0.0
    artefacts: float = 0.0
    grid: float = 0.0
    perceptual: float = 0.0
    features: str = "vgg19"
    layers: Mapping[str, float] = field(default_factory=dict)
    before_relu: bool = False
    distance: str = "squared"
    feature_scale: float = 1 / 12.75
    calibrated: bool = False
    texture: Mapping[str, float] = field(default_factory=dict)
    spectrum: float = 0.0
    jitter: int = 0


@dataclass(frozen=True)
class Adversary:
    """The discriminator: ``kind`` is none, paper, unet or features (small heads on VGG19's maps in ``Content.layers``);
    ``width`` its first channels; ``spectral`` normalises its weights (and replaces the paper's batch normalisation).
    """

    kind: str = "none"
    weight: float = 0.0
    width: int = 64
    spectral: bool = False
    learning_rate: float = 1e-4


@dataclass(frozen=True)
class Recipe:
    """All of it. Raises BadRecipe where the parts do not fit together."""

    name: str
    network: Dimensions = field(default_factory=Dimensions)
    data: Data = field(default_factory=Data)
    schedule: Schedule = field(default_factory=Schedule)
    optimiser: Optimiser = field(default_factory=Optimiser)
    content: Content = field(default_factory=Content)
    adversary: Adversary = field(default_factory=Adversary)

    def __post_init__(self) -> None:
        for wrong, rule in self._rules():
            if wrong:
                raise BadRecipe("Recipe {name}: {rule}.", name=self.name, rule=rule)

    def _rules(self) -> Iterable[tuple[bool, str]]:
        data, schedule, content, scale = self.data, self.schedule, self.content, self.network.scale
        shares = (data.downscale_share, data.clean_share, data.replay_share, schedule.late, schedule.freeze)
        yield (
            data.patch % scale != 0 or data.patch < 8 * scale,
            f"data.patch must be a multiple of {scale} from {8 * scale}",
        )
        yield data.late_patch % scale != 0, f"data.late_patch must be a multiple of {scale}"
        yield data.batch < 1, "data.batch must be at least 1"
        yield any(not 0 <= share <= 1 for share in shares), "shares go from 0 to 1"
        yield not 0 <= data.held_out < 1, "data.held_out goes from 0 to less than 1"
        yield any(not 0 < scale < 1 for scale in data.downscales), "data.downscales lie between 0 and 1"
        yield data.megapixels < 1, "data.megapixels must be at least 1"
        known = ", ".join(DEGRADATIONS)
        yield data.degradation not in DEGRADATIONS, f"there is no degradation {data.degradation}, only {known}"
        yield schedule.steps < 1, "schedule.steps must be at least 1"
        yield min(schedule.validate_every, schedule.save_every) < 1, "it must validate and save every 1 or more steps"
        yield schedule.decay not in ("constant", "cosine", "milestones"), f"there is no decay {schedule.decay}"
        yield schedule.choose not in ("psnr", "perceptual"), "schedule.choose is psnr or perceptual"
        yield schedule.keep not in ("last", "best", "best three"), "schedule.keep is last, best or best three"
        yield self.optimiser.method not in ("adam", "muon"), f"there is no optimiser {self.optimiser.method}"
        yield self.optimiser.learning_rate <= 0, "optimiser.learning_rate must be positive"
        yield len(self.optimiser.betas) != 2, "optimiser.betas are two numbers"
        yield not 0 <= self.optimiser.average < 1, "optimiser.average goes from 0 to less than 1"
        yield content.features not in _LAYERS, "content.features is vgg19 or contrast"
        layers = _LAYERS[content.features]
        unknown = sorted(set(content.layers) - set(layers))
        yield bool(unknown), f"{content.features} is looked at in {', '.join(layers)}, not in {', '.join(unknown)}"
        yield content.perceptual > 0 and not content.layers, "a perceptual loss needs content.layers"
        yield (
            not set(content.texture) <= (set(content.layers) if content.features == "vgg19" else set()),
            "content.texture names some of content.layers of vgg19",
        )
        yield content.distance not in DISTANCES, f"content.distance is one of {', '.join(DISTANCES)}"
        yield (
            content.jitter % 8 != 0 or content.jitter > data.patch // 2,
            "content.jitter is a multiple of 8, to patch / 2",
        )
        yield self.adversary.kind == "features" and not content.perceptual, "the discriminator needs a perceptual loss"
        yield self.adversary.kind not in DISCRIMINATORS, f"there is no discriminator {self.adversary.kind}"
        yield not any((content.l1, content.charbonnier, content.mse, content.perceptual)), "it has no content loss"

    @property
    def adversarial(self) -> bool:
        """Whether there is a discriminator."""
        return self.adversary.kind != "none"


def to_toml(recipe: Recipe) -> str:
    """The recipe as TOML, one table a part."""
    lines = [f"name = {_toml_value(recipe.name)}"]
    for part in _parts():
        lines += ["", f"[{part}]"]
        settings = dataclasses.asdict(getattr(recipe, part))
        lines += [f"{name} = {_toml_value(value)}" for name, value in settings.items()]
    return "\n".join(lines) + "\n"


def from_toml(text: str) -> Recipe:
    """Read a recipe; what it does not say has the default. Raises BadRecipe."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe("The recipe is not valid TOML: {reason}.", reason=error) from error
    name = tables.pop("name", "custom")
    return _changed(Recipe(name=str(name)), tables)


def with_settings(recipe: Recipe, settings: Iterable[str]) -> Recipe:
    """The recipe with settings such as ``data.batch=8`` changed. Raises BadRecipe."""
    tables: dict[str, dict[str, Any]] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        part, dot, name = key.strip().partition(".")
        if not equals or not dot:
            raise BadRecipe("A setting looks like data.batch=8, not like {setting}.", setting=setting)
        tables.setdefault(part, {})[name] = _parsed(text.strip())
    return _changed(recipe, tables)


def _parsed(text: str) -> Any:
    """A TOML value, or the text itself where it is none (so that names need no quotes)."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _changed(recipe: Recipe, tables: Mapping[str, Any]) -> Recipe:
    parts = {}
    for part, settings in tables.items():
        if part not in _parts() or not isinstance(settings, Mapping):
            raise BadRecipe("A recipe has the parts {parts}; there is no {part}.", parts=", ".join(_parts()), part=part)
        parts[part] = _replaced(part, getattr(recipe, part), settings)
    return dataclasses.replace(recipe, **parts)


_Part = TypeVar("_Part", Dimensions, Data, Schedule, Optimiser, Content, Adversary)


def _replaced(part: str, before: _Part, settings: Mapping[str, Any]) -> _Part:
    values = {}
    for name, value in settings.items():
        if name not in {each.name for each in dataclasses.fields(before)}:
            raise BadRecipe("There is no setting {part}.{name}.", part=part, name=name)
        values[name] = _of_kind(f"{part}.{name}", value, getattr(before, name))
    try:
        return dataclasses.replace(before, **values)
    except ValueError as error:
        raise BadRecipe("The setting [{part}] is wrong: {reason}.", part=part, reason=error) from error


def _of_kind(name: str, value: Any, example: Any) -> Any:
    """``value`` as the kind of ``example``: whole numbers serve as numbers, lists become tuples."""
    if isinstance(example, tuple) and isinstance(value, list) and all(_is_number(item) for item in value):
        return tuple(float(item) for item in value)
    if isinstance(example, float) and _is_number(value):
        return float(value)
    if isinstance(example, Mapping) and isinstance(value, Mapping) and all(map(_is_number, value.values())):
        return {str(key): float(weight) for key, weight in value.items()}
    if type(value) is type(example):
        return value
    raise BadRecipe(
        "The setting {name} cannot be {value}; it is now {now}.", name=name, value=repr(value), now=repr(example)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _parts() -> list[str]:
    return [each.name for each in dataclasses.fields(Recipe) if each.name != "name"]


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml_value(weight)}" for key, weight in value.items()) + "}"
    return repr(value)
