"""The templates of all sentences, found in the source, so that they can be translated and checked."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import engine.errors
import trainer.errors

ROOT = Path(__file__).parents[1]
ROOMS = ("engine", "trainer", "app/window")
ENGLISH = {
    "engine/checks/benchmark.py",
    "trainer/evaluation/evaluate.py",
    "trainer/evaluation/evaluation_sets.py",
    "trainer/evaluation/methods.py",
    "trainer/metrics/lpips.py",
    "trainer/metrics/niqe.py",
    "trainer/tools/report.py",
}
"""Only the command line enters these, and it speaks English."""
_MAKER = "engine/errors.py"
"""Where an error makes its own sentence."""


@dataclass(frozen=True)
class Saying:
    """A place where a sentence is made. ``template`` is None where it is no plain text; ``values`` are names."""

    place: str
    template: str | None
    values: frozenset[str]


def sayings() -> Iterator[Saying]:
    """Every place in the source that makes a sentence, or an error with one."""
    makers = {"Sentence", *_errors(engine.errors), *_errors(trainer.errors)}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            if place not in ENGLISH | {_MAKER}:
                yield from (_saying(place, call) for call in _calls(path, makers))


def templates() -> list[str]:
    """Each once, in the order in which they are found."""
    return list(dict.fromkeys(saying.template for saying in sayings() if saying.template))


def fields(template: str) -> set[tuple[str, str]]:
    """The places for values: their names and how they are formatted."""
    return {(name, form or "") for _, name, form, _ in string.Formatter().parse(template) if name is not None}


def _calls(path: Path, makers: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
            yield node


def _errors(tree: ModuleType) -> Iterator[str]:
    return (name for name, kind in vars(tree).items() if isinstance(kind, type) and issubclass(kind, Exception))


def _saying(path: str, call: ast.Call) -> Saying:
    first = call.args[0] if call.args else None
    template = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
    return Saying(f"{path}:{call.lineno}", template, frozenset(each.arg or "**" for each in call.keywords))
