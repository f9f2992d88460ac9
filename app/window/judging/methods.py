"""What the methods of a study are called: for the child that makes it, and on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.window.widgets.language import tr
from app.window.widgets.titles import model_title
from app.window.widgets.words import percent
from engine.models import catalog
from trainer.study.design import ORIGINAL
from trainer.study.findings import StudyResult

USUAL = (catalog.BICUBIC, catalog.CLEAN.faithful, catalog.CLEAN.textured)
"""What is compared where nobody chose: without a network, without invented texture, with it."""


@dataclass(frozen=True)
class Offer:
    """A model to upscale with, and its share of texture, 0 to 1; None is the model's own."""

    model: str
    texture: float | None = None


def offered() -> list[str]:
    """The ids of all models that make photos four times as wide and high, those that are compared usually first."""
    ids = [each.id for each in catalog.entries() if not each.card or each.card.dimensions.scale == catalog.SCALE]
    return sorted(ids, key=lambda model: (model not in USUAL, model == catalog.NEAREST))


def method_of(model: str) -> str:
    """A model as ``fourfold study`` names it: with as much texture as it has when a person saves with it."""
    pair, share = catalog.pair_of(model), catalog.default_texture(model)
    there = {entry.id for entry in catalog.entries()}
    return f"{pair.faithful}+{share:g}*{model}" if pair and share is not None and set(pair) <= there else model


def offer_of(method: str) -> Offer | None:
    """The inverse, for methods of any study: None where there is no such model here."""
    mix = re.fullmatch(r"(.+)\+([0-9.]+)\*(.+)", method)
    model = mix[3] if mix else method
    if model not in {entry.id for entry in catalog.entries()}:
        return None
    own = catalog.default_texture(model)
    if mix is None:
        return Offer(model, None if own is None else 1.0)
    pair, share = catalog.pair_of(model), float(mix[2])
    if own is None or pair is None or mix[1] != pair.faithful:
        return None
    return Offer(model, None if share == own else share)


def method_title(method: str) -> str:
    """What a method is called on the screen."""
    if method == ORIGINAL:
        return tr("The original")
    offer = offer_of(method)
    if offer is None:
        return model_title(method)
    title = model_title(offer.model)
    return title if offer.texture is None else tr("{}, texture {}").format(title, percent(offer.texture))


def titled(result: StudyResult, title: Callable[[str], str]) -> StudyResult:
    """The same result with other names for its methods."""
    return replace(
        result,
        scores=[replace(each, method=title(each.method)) for each in result.scores],
        strengths=[replace(each, method=title(each.method)) for each in result.strengths],
        differences=[replace(each, first=title(each.first), second=title(each.second)) for each in result.differences],
    )
