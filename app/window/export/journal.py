"""What is still to be saved, on disk, so that a queue goes on after a crash."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

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


class Journal:
    """A small file; without a path nothing is remembered. If it cannot be written, photos are saved all the same."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def write(self, orders: list[SaveOrder]) -> None:
        """Remember these and nothing else."""
        if self._path is None:
            return
        with contextlib.suppress(OSError):
            if not orders:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps({"version": VERSION, "orders": _kept(orders)}).encode())

    def read(self) -> list[SaveOrder]:
        """What was left; nothing where there is no file or it cannot be understood."""
        if self._path is None or not self._path.is_file():
            return []
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            read = _order if kept.get("version") == VERSION else _order_of_choices
            return [read(Path(photo), text) for photo, text in kept["orders"]]
        except (OSError, ValueError, TypeError, KeyError, AttributeError, FourfoldError):
            return []


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
