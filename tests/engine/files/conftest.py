"""What the tests of files share."""

import shutil

import pytest


@pytest.fixture(scope="session")
def exiftool() -> str:
    """The program; the test is skipped where there is none."""
    return shutil.which("exiftool") or pytest.skip("needs exiftool (Debian's libimage-exiftool-perl)")
