"""What *Automatic* chooses is what a person would choose, for sixty photos made of real ones."""

from pathlib import Path

import pytest

from tools.choices import COUNT, PHOTOS, choices

VALID = Path(__file__).resolve().parents[3] / "shared" / "data" / "valid"


@pytest.mark.skipif(not VALID.is_dir(), reason="needs ../shared/data")
def test_at_least_55_of_60_are_chosen_as_a_person_would(tmp_path: Path) -> None:
    found = list(choices(sorted(VALID.glob("*.webp"))[:PHOTOS], tmp_path))
    wrong = [each for each in found if not each.right]
    assert len(found) == COUNT and len(wrong) <= 5, wrong
