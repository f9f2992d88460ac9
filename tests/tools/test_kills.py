"""Processes killed at any moment lose nothing, and go on."""

import pytest

from tools.kills import run


@pytest.mark.slow
def test_thirty_kills_lose_nothing() -> None:
    exports, trainings = run(exports=24, trainings=6, seed=0)
    assert (exports.kills, trainings.kills) == (24, 6)
    assert exports.losses + trainings.losses == []
    assert exports.too_late < 24 and trainings.too_late < 6, "some meet the work"
