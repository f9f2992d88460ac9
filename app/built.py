"""What Fourfold puts right where it is a built program, which brings libraries of another system with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Where Debian and Arch, Fedora, openSUSE, and macOS and Alpine keep the certificates that all programs trust.
CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


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


def find_certificates() -> None:
    """The OpenSSL that we bring looks where the system it was built on keeps them."""
    if found := next((path for path in CERTIFICATES if Path(path).is_file()), None):
        os.environ.setdefault("SSL_CERT_FILE", found)
