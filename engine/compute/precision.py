"""The number format in which a network computes, which can be chosen before torch is loaded."""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """The number format in which a network computes. ``auto`` takes the fastest that the device is good at."""

    AUTO = "auto"
    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"
