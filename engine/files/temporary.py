"""Temporary files beside their targets, and the removal of those that a killed process left behind."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import time
from pathlib import Path

import psutil

_DAY = 24 * 60 * 60
_NAME = re.compile(r"\.fourfold-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.part")


def temporary_path(target: Path) -> Path:
    """A new name in the target's folder that says whose it is. Short, so that it fits wherever the target's name
    fits."""
    return target.parent / f".fourfold-{_host()}-{os.getpid()}-{secrets.token_hex(4)}.part"


def remove_litter(folder: Path) -> None:
    """Remove the temporary files of processes that ended without doing so. Those of running processes stay, and those
    of other computers that share the folder until nothing was written to them for a day."""
    for path in folder.glob(".fourfold-*.part"):
        if (name := _NAME.fullmatch(path.name)) and _is_litter(path, name["host"], int(name["pid"])):
            _remove(path)


def _is_litter(path: Path, host: str, pid: int) -> bool:
    if host == _host():
        return not psutil.pid_exists(pid)
    try:
        return time.time() - path.stat().st_mtime > _DAY
    except OSError:
        return False


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # another process or a virus scanner holds it; the next start tries again


def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]
