"""Files that are there whole or not at all: written beside their target, forced to the disk, put in its place.

What a killed process leaves behind can be told from what a running one is writing, and is removed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_DAY = 24 * 60 * 60
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EMLINK}
"""What memory cards and some network disks answer to a hard link."""
_NAME = re.compile(r"\.fourfold-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.part")


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A new file to write. It replaces the target when the context ends; after an exception it is removed.

    The target's folder must exist. Raises OSError, which leaves the target as it was.
    """
    remove_litter(target.parent)
    temporary = temporary_path(target)
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put_in_place(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step. Raises OSError as ``replacing`` does."""
    with replacing(target) as file:
        file.write(content)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file in one step. Raises OSError as ``replacing`` does."""
    with source.open("rb") as original, replacing(target) as copy:
        shutil.copyfileobj(original, copy)


def put_in_place(temporary: Path, target: Path) -> None:
    """Rename a finished file over the target, and make the rename last where the system can. Raises OSError."""
    os.replace(temporary, target)
    _make_last(target.parent)


def put_beside(temporary: Path, target: Path) -> None:
    """Give a finished file its name as ``put_in_place`` does, but replace nothing. Raises FileExistsError where there
    is something of that name, and OSError; the temporary file stays then."""
    if os.name == "nt":
        os.rename(temporary, target)  # which replaces nothing there
        return
    try:
        os.link(temporary, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _claim(target)
        os.replace(temporary, target)
    else:
        temporary.unlink()
    _make_last(target.parent)


def _claim(target: Path) -> None:
    """Take the name with an empty file, which only one of many can."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))


def _make_last(folder: Path) -> None:
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        with suppress(OSError):  # some network file systems cannot
            os.fsync(opened)
        os.close(opened)


def temporary_path(target: Path) -> Path:
    """A new name in the target's folder, with this computer and process in it; short enough for any file system."""
    return target.parent / f".fourfold-{_host()}-{os.getpid()}-{secrets.token_hex(4)}.part"


def remove_litter(folder: Path) -> None:
    """Remove the temporary files of processes that ended without doing so. Those of running processes stay, and those
    of other computers that share the folder until nothing was written to them for a day."""
    for path in folder.glob(".fourfold-*.part"):
        if (name := _NAME.fullmatch(path.name)) and _is_litter(path, name["host"], int(name["pid"])):
            _remove(path)


def _is_litter(path: Path, host: str, pid: int) -> bool:
    if host == _host():
        return not _runs(pid)
    try:
        return time.time() - path.stat().st_mtime > _DAY
    except OSError:
        return False


def _runs(pid: int) -> bool:
    """Whether there is such a process on this computer; taken to be where nobody can tell."""
    try:
        import psutil
    except ImportError:  # on a bare training machine
        return True
    return psutil.pid_exists(pid)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # another process or a virus scanner holds it; the next start tries again


def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]
