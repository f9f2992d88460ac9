"""The bench of training runs, and both of its loops train the same network."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from trainer.tools import bench
from trainer.tools.bench import OURS, PLAIN, _PlainGenerator, bench_training
from trainer.train.training import Training


def test_the_plain_generator_is_the_same_function() -> None:
    ours, plain = Generator(Dimensions(blocks=2, width=8)), _PlainGenerator(Dimensions(blocks=2, width=8))
    plain.load_state_dict(ours.state_dict())
    lr = torch.rand(1, 3, 12, 16, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(ours(lr), plain(lr), atol=1e-5)


@pytest.mark.slow
def test_the_loops_are_timed_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "can_compile", pytest.fail)
    seen = set[tuple[str, torch.Size]]()
    monkeypatch.setattr(Training, "take_step", _seen_by(Training.take_step, OURS, seen, lambda batch, _: batch.lr))
    monkeypatch.setattr(_PlainGenerator, "forward", _seen_by(_PlainGenerator.forward, PLAIN, seen, lambda lr: lr))
    speed = bench_training("cpu", steps=1, compiled=False)
    assert speed.device == "cpu" and speed.rates.keys() == {PLAIN, OURS}
    assert speed.ratios == {PLAIN: 1.0, OURS: speed.rates[OURS] / speed.rates[PLAIN]}
    assert seen == {(way, torch.Size((16, 3, 24, 24))) for way in (PLAIN, OURS)}  # else the ratio would say nothing


def _seen_by(
    does: Callable[..., Any], way: str, seen: set[tuple[str, torch.Size]], lr_of: Callable[..., torch.Tensor]
) -> Callable[..., Any]:
    """The same, noting in which way it sees LR of which shape."""

    def noting(self: object, *given: Any) -> Any:
        seen.add((way, lr_of(*given).shape))
        return does(self, *given)

    return noting
