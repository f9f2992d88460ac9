"""What one tile frees, the next one uses, without asking the system again."""

import platform
import subprocess
import sys

import pytest

_FAULTS = """
import resource, sys
from engine.compute.memory import keep_memory

def block():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    b"x" * 28_000_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

if sys.argv[1] == "kept":
    keep_memory()
print(block() and block())
"""


def faults(way: str) -> int:
    """Page faults of a block of 28 MB after another one was freed."""
    told = subprocess.run([sys.executable, "-c", _FAULTS, way], stdout=subprocess.PIPE, check=True, text=True)
    return int(told.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps memory as it likes")
def test_memory_is_kept() -> None:
    assert faults("kept") < faults("as it comes") / 10
