"""What is still to be saved or was stopped, on disk, so that a queue is offered again after a crash or a restart."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import json
import os
import platform
import re
import secrets
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import psutil

from app.window.inspector.choices import Choices
from engine.atomic import write_whole
from engine.compute.precision import Precision
from engine.errors import FourfoldError
from engine.files.formats import Format, SaveOptions
from engine.files.naming import IfExists, Naming
from engine.jobs.method import Method
from engine.jobs.saving import SaveOrder
from engine.jobs.sizing import Measure, Sizing

VERSION = 2
_HOST = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
_ME = f"-{_HOST}-{os.getpid()}-{int(psutil.Process().create_time())}"
_OWNER = re.compile(r"-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-(?P<begun>\d+)(-[0-9a-f]{8})?")
_NOT_UNDERSTOOD = (ValueError, TypeError, KeyError, AttributeError, RecursionError, FourfoldError)


class Journal:
    """Small files beside that path, one for each process, so that two windows share it and lose nothing; without a path
    nothing is remembered. If they cannot be written, photos are saved all the same.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def write(self, orders: list[SaveOrder]) -> None:
        """Remember these, and nothing else of this window and of those whose orders it has read."""
        if self._path is None:
            return
        own = _file_of(self._path, _ME)
        with contextlib.suppress(OSError):
            if orders:
                own.parent.mkdir(parents=True, exist_ok=True)
                write_whole(own, json.dumps({"version": VERSION, "orders": _kept(orders)}).encode())
            for file in _files_of_mine(self._path):
                if file != own or not orders:
                    file.unlink(missing_ok=True)

    def read(self) -> list[SaveOrder]:
        """What was left, and belongs to this window from here on: all that can be understood, each photo once. What
        another window still saves is that window's."""
        if self._path is None:
            return []
        _take_over(self._path)
        left = [order for file in _files_of_mine(self._path) for order in _orders_in(file)]
        return list({order.photo: order for order in left}.values())


def _take_over(path: Path) -> None:
    """Give the files of processes that have ended this one's name; of several windows that try, one succeeds."""
    for file in sorted(path.parent.glob(f"{glob.escape(path.stem)}*{path.suffix}")):
        owner = _OWNER.fullmatch(file.stem.removeprefix(path.stem))
        if file == path or (owner and _has_ended(owner["host"], int(owner["pid"]), int(owner["begun"]))):
            with contextlib.suppress(OSError):
                file.rename(_file_of(path, f"{_ME}-{secrets.token_hex(4)}"))


def _files_of_mine(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{glob.escape(path.stem + _ME)}*{path.suffix}"))


def _file_of(path: Path, owner: str) -> Path:
    return path.with_stem(path.stem + owner)


def _has_ended(host: str, pid: int, begun: int) -> bool:
    """Whether that process of this computer runs no more, its number being free or given to another."""
    if host != _HOST:
        return False
    try:
        return int(psutil.Process(pid).create_time()) != begun
    except psutil.NoSuchProcess:
        return True
    except psutil.Error:
        return False


def _orders_in(file: Path) -> list[SaveOrder]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        version, orders = kept.get("version"), list(kept["orders"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return []
    read = _order if version == VERSION else _order_of_choices
    found = []
    for each in orders:
        with contextlib.suppress(*_NOT_UNDERSTOOD):  # one of them is no reason to forget the others
            photo, text = each
            found.append(read(Path(photo), text))
    return found


def _kept(orders: list[SaveOrder]) -> list[tuple[str, str]]:
    """Each photo, and its order without it as text, made once for all that are alike: mostly one."""
    alike = [replace(order, photo=Path()) for order in orders]
    texts = {order: json.dumps(asdict(order), default=str) for order in set(alike)}
    return [(str(order.photo), texts[like]) for order, like in zip(orders, alike, strict=True)]


def _order(photo: Path, text: str) -> SaveOrder:
    """The inverse. Raises ValueError, TypeError, KeyError or FourfoldError where the text is of another version."""
    values: dict[str, Any] = json.loads(text)
    sizing, options, naming = values["sizing"], values["options"], values["naming"]
    return SaveOrder(
        photo,
        Method(**values["method"] | {"precision": Precision(values["method"]["precision"])}),
        Sizing(Measure(sizing["measure"]), sizing["value"]),
        Format(values["format"]) if values["format"] else None,
        SaveOptions(**options | {"format": Format(options["format"])}),
        Naming(naming["template"], *(Path(naming[name]) if naming[name] else None for name in ("folder", "file"))),
        IfExists(values["if_exists"]),
        values["resume"],
    )


def _order_of_choices(photo: Path, text: str) -> SaveOrder:
    """As versions before 2 kept an order: by the choices of the inspector."""
    return Choices.from_json(text).order(photo)
