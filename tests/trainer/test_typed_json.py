"""Typed values out of JSON: what does not fit is refused with its place."""

from dataclasses import dataclass
from enum import StrEnum

import pytest

from trainer.typed_json import typed


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    colour: Colour
    pair: tuple[float, float] | None
    veins: int = 3


@dataclass(frozen=True)
class Tree:
    name: str
    tall: bool
    leaves: list[Leaf]
    heights: dict[str, float]


WHOLE = {"name": "oak", "tall": True, "leaves": [{"colour": "red", "pair": [1, 2.5]}], "heights": {"one": 3}}


def test_what_fits_becomes_typed_and_unknown_names_are_skipped() -> None:
    tree = typed(Tree, WHOLE | {"of a newer version": 1})
    assert tree == Tree("oak", True, [Leaf(Colour.RED, (1.0, 2.5))], {"one": 3.0})
    assert type(tree.leaves[0].colour) is Colour and type(tree.heights["one"]) is float
    assert typed(Leaf, {"colour": "red", "pair": None}).pair is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": 3}, "name is no str: 3"),
        ({"tall": 1}, "tall is no bool: 1"),
        ({"heights": {"one": True}}, "heights.one is no float: True"),
        ({"heights": []}, "heights is no"),
        ({"leaves": [{"colour": "blue", "pair": None}]}, r"leaves\[0\].colour is no Colour: 'blue'"),
        ({"leaves": [{"colour": "red", "pair": [1]}]}, r"leaves\[0\].pair is no"),
        ({"leaves": [{"colour": "red", "pair": None, "veins": 1.5}]}, r"leaves\[0\].veins is no int: 1.5"),
        ({"leaves": [{"colour": "red"}]}, r"leaves\[0\].pair is missing"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        typed(Tree, WHOLE | change)


@pytest.mark.parametrize("value", [None, [], "oak"])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="the whole is no Tree"):
        typed(Tree, value)
