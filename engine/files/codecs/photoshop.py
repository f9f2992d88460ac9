"""Photoshop's image resources, in which JPEG, TIFF and PNG files keep IPTC."""

from __future__ import annotations

PHOTOSHOP = b"Photoshop 3.0\0"
"""What they begin with in JPEG and PNG files."""
IPTC_RESOURCE = 0x0404
"""The number of the resource that is IPTC."""


def iptc_of_photoshop(resources: bytes) -> bytes | None:
    """The IPTC in Photoshop's image resources."""
    at = len(PHOTOSHOP) if resources.startswith(PHOTOSHOP) else 0
    while resources[at : at + 4] == b"8BIM" and len(resources) >= at + 12:
        number = int.from_bytes(resources[at + 4 : at + 6], "big")
        name = (1 + resources[at + 6] + 1) // 2 * 2
        body = at + 6 + name + 4
        length = int.from_bytes(resources[body - 4 : body], "big")
        if number == IPTC_RESOURCE:
            return resources[body : body + length] or None
        at = body + (length + 1) // 2 * 2
    return None
