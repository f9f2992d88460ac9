"""What children are told to do: the arguments of the command line, as lists."""

from __future__ import annotations

from pathlib import Path

from app.window.training.goal import Goal, Material

_CHILD = ("--json", "--stop-with-stdin")
"""Heard line by line, and paused by closing its standard input, also where the window dies."""


def time(goal: Goal, material: Material, leave_out: Path) -> list[str]:
    """Measure how long a training takes here, with the damage that it does to its photos."""
    damage = ["--set", f"data.degradation={goal.degradation}"]
    return ["train", "--time", *_ordered(goal, material, leave_out), *damage, "--json"]


def train(goal: Goal, material: Material, leave_out: Path, run: Path) -> list[str]:
    """Begin a training in a new folder."""
    settings = [word for setting in goal.settings for word in ("--set", setting)]
    ordered = _ordered(goal, material, leave_out)
    return ["train", "--out", str(run), *ordered, "--replay", "bundled", *settings, *_CHILD]


def resume(run: Path, more: int = 0) -> list[str]:
    """Go on with a training, for so many ``more`` steps where it had ended."""
    further = ["--more", str(more)] if more else []
    return ["train", "--resume", str(run), *further, *_CHILD]


def verdict(run: Path) -> list[str]:
    """Judge what a training made against what it began from."""
    return ["verdict", str(run), "--json"]


def keep(run: Path, name: str, mix: float) -> list[str]:
    """Put a mix of both among the person's models."""
    return ["keep", str(run), "--name", name, "--mix", f"{mix:g}", "--json"]


def _ordered(goal: Goal, material: Material, leave_out: Path) -> list[str]:
    kept = [word for problem in material.keep for word in ("--keep", problem)]
    features = ["--vgg19", str(goal.vgg19)] if goal.vgg19 else []
    teacher = ["--teacher", goal.teacher] if goal.teacher else []
    where = ["--photos", str(material.folder), "--from", str(goal.base), "--leave-out", str(leave_out)]
    return ["--recipe", goal.recipe_name, *where, *kept, *features, *teacher]
