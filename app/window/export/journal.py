"""What is still to be saved, on disk, so that a queue goes on after a crash."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from app.window.export.task import Order
from app.window.inspector.choices import Choices
from engine.atomic import write_whole

VERSION = 1


class Journal:
    """A small file; without a path nothing is remembered. If it cannot be written, photos are saved all the same."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def write(self, orders: list[Order]) -> None:
        """Remember these and nothing else."""
        if self._path is None:
            return
        with contextlib.suppress(OSError):
            if not orders:
                self._path.unlink(missing_ok=True)
                return
            texts = {choices: choices.to_json() for choices in {order.choices for order in orders}}  # mostly one
            kept = [[str(order.photo), texts[order.choices]] for order in orders]
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps({"version": VERSION, "orders": kept}).encode())

    def read(self) -> list[Order]:
        """What was left; nothing where there is no file or it cannot be understood."""
        if self._path is None or not self._path.is_file():
            return []
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return [Order(Path(photo), Choices.from_json(choices)) for photo, choices in kept["orders"]]
        except (OSError, ValueError, TypeError, KeyError):
            return []
