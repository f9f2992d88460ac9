"""Whether a training compiles its generator (``torch.compile``), and when; what it computes stays the same to rounding.

On a CPU the convolutions take nearly all of a step, and compiled code calls the same ones: it pays late, and only where
a compiler is there. Whether one is, a child process tries, because what a broken one raises is not to be foreseen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from enum import StrEnum
from tempfile import TemporaryDirectory

import torch
from torch import nn

from engine.sentences import Sentence
from trainer.events import Events, NetworkCompiled, TrainingWarning
from trainer.train.training import Training

LOOK = 20
"""Steps after which it is known how long the others take."""
GAIN = 1.03
"""How many times as fast a step is then, measured on an AMD EPYC in bfloat16 (16 crops of 96 px)."""
COST = 90.0
"""Seconds that compiling takes, measured there."""
_MARGIN = 2.0
"""How many times the cost must be gained, for both figures differ from machine to machine."""
_TRIAL_SECONDS = 300
_TRIAL = "import sys, torch; torch.compile(torch.nn.ReLU())(torch.ones(64, device=sys.argv[1]))"


class Choice(StrEnum):
    """When to compile: ``auto`` where it pays; ``graphs`` as ``always``, on a CUDA card captured as graphs too."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"
    GRAPHS = "graphs"


def pays(seconds_left: float) -> bool:
    """Whether a training on a CPU that takes so long without it is worth compiling for."""
    return seconds_left * (1 - 1 / GAIN) > _MARGIN * COST


class Compiling:
    """Compiles the generator of a training: at its beginning, or once it is seen that it pays. ``compiled`` says
    whether it is; a training that goes on begins as it left off.
    """

    def __init__(self, choice: str, training: Training, events: Events) -> None:
        self.choice, self.training, self.events = Choice(choice), training, events
        self.compiled = False

    def begin(self) -> None:
        """Before the first step."""
        asked = self.choice in (Choice.ALWAYS, Choice.GRAPHS)
        if (self.compiled and self.choice is not Choice.NEVER) or asked:
            self.compiled = self._compile()
            if not self.compiled:
                self.events.say(
                    TrainingWarning(Sentence("Nothing is compiled here: torch finds no compiler that works."))
                )
        else:
            self.compiled = False

    def look(self, seconds_left: float) -> None:
        """After each step, with what the training still takes by the clock."""
        training = self.training
        if self.choice is Choice.AUTO and training.step == LOOK and not self.compiled and training.device.type == "cpu":
            self.compiled = bool(training.world.agreed(float(pays(seconds_left)))) and self._compile()

    def _compile(self) -> bool:
        training = self.training
        able = bool(training.world.agreed(float(can_compile(str(training.device)))))
        if able:
            compile_(training.generator, graphs=self.choice is Choice.GRAPHS)
            self.events.say(NetworkCompiled(training.step))
        return able


def can_compile(device: str) -> bool:
    """Whether torch can compile for a device here; takes some ten seconds where it can."""
    if getattr(sys, "frozen", False):  # a built program has no Python to try it with
        return False
    _set_cache()
    try:
        trial = subprocess.run([sys.executable, "-c", _TRIAL, device], capture_output=True, timeout=_TRIAL_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return trial.returncode == 0


def compile_(network: nn.Module, *, graphs: bool = False) -> None:
    """Compile a network in place, at its next call and for each new shape of its input."""
    _set_cache()
    # Losses weighed by their gradients go through the network backwards several times; without this the later passes
    # find zeros in place of what the first one used up.
    torch._functorch.config.donated_buffer = False
    network.compile(dynamic=False, mode="reduce-overhead" if graphs else None)


_cache: list[TemporaryDirectory[str]] = []


def _set_cache() -> None:
    """Keep what is compiled in a folder of this process: its names do not tell all that it was compiled with."""
    if not _cache:
        _cache.append(TemporaryDirectory(prefix="fourfold-compiled-", ignore_cleanup_errors=True))
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = _cache[0].name
