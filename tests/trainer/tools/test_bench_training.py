"""The bench of training runs, and both of its loops train the same network."""

import pytest
import torch

from engine.models.dimensions import Dimensions
from engine.models.networks import Generator
from trainer.tools import bench
from trainer.tools.bench import OURS, PLAIN, _PlainGenerator, bench_training


def test_the_plain_generator_is_the_same_function() -> None:
    ours, plain = Generator(Dimensions(blocks=2, width=8)), _PlainGenerator(Dimensions(blocks=2, width=8))
    plain.load_state_dict(ours.state_dict())
    lr = torch.rand(1, 3, 12, 16, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(ours(lr), plain(lr), atol=1e-5)


@pytest.mark.slow
def test_the_loops_are_timed_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "can_compile", pytest.fail)
    speed = bench_training("cpu", steps=1, compiled=False)
    assert speed.device == "cpu" and speed.rates.keys() == {PLAIN, OURS}
    assert speed.ratios == {PLAIN: 1.0, OURS: speed.rates[OURS] / speed.rates[PLAIN]}
