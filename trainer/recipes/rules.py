"""The rules of a recipe: what its settings may be, alone and together. No torch."""

from __future__ import annotations

from collections.abc import Iterator

from engine.models.dimensions import DRCN, Dimensions
from trainer.recipes.settings import (
    CHOICES,
    DISCRIMINATORS,
    DISTANCES,
    LAYERS,
    METHODS,
    PHASE_HEADS,
    Adversary,
    Content,
    Data,
    Optimiser,
    Schedule,
)
from trainer.recipes.severity import DEGRADATIONS

Rule = tuple[bool, str]
"""Whether it is broken, and what it demands, as the end of a sentence."""


def rules(
    network: Dimensions, data: Data, schedule: Schedule, optimiser: Optimiser, content: Content, adversary: Adversary
) -> Iterator[Rule]:
    """All of them. A rule may rely on those before it."""
    yield from _of_data(data, network.scale)
    yield from _of_schedule(schedule)
    yield from _of_optimiser(optimiser)
    yield from _of_features(content)
    yield from _of_content(content, data.patch)
    yield from _of_adversary(adversary, content)
    supervised = bool(content.recursive_supervision)
    yield supervised and network.architecture != DRCN, "content.recursive_supervision is for drcn alone"


def _of_data(data: Data, scale: int) -> Iterator[Rule]:
    least, shares = 8 * scale, (data.downscale_share, data.clean_share, data.replay_share, data.flat_share)
    yield data.patch % scale != 0 or data.patch < least, f"data.patch must be a multiple of {scale} from {least}"
    yield data.late_patch % scale != 0, f"data.late_patch must be a multiple of {scale}"
    yield data.batch < 1, "data.batch must be at least 1"
    yield not all(0 <= share <= 1 for share in shares), "shares go from 0 to 1"
    yield not 0 <= data.held_out < 1, "data.held_out goes from 0 to less than 1"
    yield not all(0 < each < 1 for each in data.downscales), "data.downscales lie between 0 and 1"
    yield data.megapixels < 1, "data.megapixels must be at least 1"
    known = ", ".join(DEGRADATIONS)
    yield data.degradation not in DEGRADATIONS, f"there is no degradation {data.degradation}, only {known}"


def _of_schedule(schedule: Schedule) -> Iterator[Rule]:
    yield not (0 <= schedule.late <= 1 and 0 <= schedule.freeze <= 1), "shares go from 0 to 1"
    yield schedule.steps < 1, "schedule.steps must be at least 1"
    yield min(schedule.validate_every, schedule.save_every) < 1, "it must validate and save every 1 or more steps"
    yield schedule.decay not in ("constant", "cosine", "milestones"), f"there is no decay {schedule.decay}"
    yield schedule.choose not in CHOICES, f"schedule.choose is one of {', '.join(CHOICES)}"
    yield schedule.keep not in ("last", "best", "best three"), "schedule.keep is last, best or best three"


def _of_optimiser(optimiser: Optimiser) -> Iterator[Rule]:
    yield optimiser.method not in METHODS, f"there is no optimiser {optimiser.method}"
    yield optimiser.learning_rate <= 0, "optimiser.learning_rate must be positive"
    yield not 0 < optimiser.last_share <= 1, "optimiser.last_share goes from more than 0 to 1"
    yield optimiser.weight_decay < 0, "optimiser.weight_decay is not negative"
    yield len(optimiser.betas) != 2, "optimiser.betas are two numbers"
    yield not 0 <= optimiser.average < 1, "optimiser.average goes from 0 to less than 1"


def _of_features(content: Content) -> Iterator[Rule]:
    """What the perceptual loss looks through."""
    yield content.features not in LAYERS, "content.features is vgg19 or contrast"
    layers = LAYERS[content.features]
    unknown = ", ".join(sorted(set(content.layers) - set(layers)))
    yield bool(unknown), f"{content.features} is looked at in {', '.join(layers)}, not in {unknown}"
    yield content.perceptual > 0 and not content.layers, "a perceptual loss needs content.layers"


def _of_content(content: Content, patch: int) -> Iterator[Rule]:
    yield content.distance not in DISTANCES, f"content.distance is one of {', '.join(DISTANCES)}"
    jitters = content.jitter % 8 == 0 and content.jitter <= patch // 2
    yield not jitters, "content.jitter is a multiple of 8, to patch / 2"
    yield not 0 <= content.teacher <= 1, "content.teacher goes from 0 to 1"
    yield not 0 <= content.border < patch // 2, "content.border leaves something of the crop"
    yield not 0 <= content.recursive_supervision <= 1, "content.recursive_supervision goes from 0 to 1"
    yield not any((content.l1, content.mse, content.perceptual)), "it has no content loss"


def _of_adversary(adversary: Adversary, content: Content) -> Iterator[Rule]:
    yield adversary.kind not in DISCRIMINATORS, f"there is no discriminator {adversary.kind}"
    yield len(adversary.betas) != 2, "adversary.betas are two numbers"
    yield adversary.head_start < 0, "adversary.head_start must be at least 0"
    if adversary.kind != "heads":
        return
    seen = set(content.layers) if content.perceptual and content.features == "vgg19" else set()
    known = {*PHASE_HEADS, *seen}
    yield not adversary.shares, "adversary.shares names the heads"
    yield not set(adversary.shares) <= known, f"adversary.shares names some of {', '.join(sorted(known))}"
    yield set(adversary.caps) != set(adversary.shares), "adversary.caps names the heads of adversary.shares"
    yield bool(content.jitter), "heads on sub-pixels need content.jitter=0"
