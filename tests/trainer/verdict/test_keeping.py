"""The verdict that a model is kept by, as it lies in the run folder."""

from pathlib import Path

import pytest

from trainer.errors import BadRun
from trainer.run_folder import RunFolder
from trainer.verdict.verdict import verdict_of


def test_a_training_that_was_not_judged_has_no_verdict(tmp_path: Path) -> None:
    assert verdict_of(RunFolder(tmp_path)) is None


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "Expecting"), ("[]", "no Verdict"), ('{"mix": 1}', "ground is missing")]
)
def test_a_verdict_that_cannot_be_read_is_told_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "verdict.json").write_text(text)
    with pytest.raises(BadRun, match=rf"verdict in .* cannot be read: .*{reason}"):
        verdict_of(RunFolder(tmp_path))
