"""What Fourfold puts right where it is a built program, which brings libraries of another system with it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

# Where Debian and Arch, Fedora, openSUSE, and macOS and Alpine keep the certificates that all programs trust.
CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)

# What we bring and a driver needs as new as its own system has it, and where Debian, Fedora and Arch keep it.
DRIVERS_NEED = ("libgcc_s.so.1", "libstdc++.so.6")
LIBRARIES = ("/usr/lib/{machine}-linux-gnu", "/usr/lib64", "/usr/lib")


def put_right() -> None:
    """Before anything else; does nothing where Fourfold runs from its source, and on Windows."""
    if getattr(sys, "frozen", False) and sys.platform != "win32":
        give_back_library_path()
        find_certificates()


def give_back_library_path() -> None:
    """Our libraries are found by a variable that the programs we start, such as a file manager, must not see."""
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original:
        os.environ["LD_LIBRARY_PATH"] = original


def make_room_for_drivers() -> None:
    """Load the system's own libraries before anything loads ours: a driver of graphics comes with the system. Does
    nothing where Fourfold runs from its source, and on Windows and macOS, whose drivers bring what they need.
    """
    if not getattr(sys, "frozen", False) or sys.platform != "linux":
        return
    import ctypes

    for name in DRIVERS_NEED:
        paths = (Path(folder.format(machine=os.uname().machine), name) for folder in LIBRARIES)
        if found := next((path for path in paths if path.is_file()), None):
            with suppress(OSError):
                ctypes.CDLL(str(found))


def find_certificates() -> None:
    """The OpenSSL that we bring looks where the system it was built on keeps them."""
    if found := next((path for path in CERTIFICATES if Path(path).is_file()), None):
        os.environ.setdefault("SSL_CERT_FILE", found)
