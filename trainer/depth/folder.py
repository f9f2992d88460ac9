"""A comparison of networks as a folder. No torch.

::

    OUT/networks.json            what was ordered
    OUT/manifest.json            the photos, for all networks alike
    OUT/16-skip/ ...             a training each; its checkpoints go when it is measured
    OUT/depth.json, .csv, .svg   the result: whole, as a table, as the figure
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from engine.atomic import write_whole
from engine.models.dimensions import Dimensions
from engine.sentences import why
from engine.texts import to_json
from trainer.depth.order import DepthOrder, name_of
from trainer.depth.result import DepthResult
from trainer.errors import BadRun
from trainer.recipes.toml import to_toml
from trainer.run_folder import Manifest, RunFolder, TrainingOrder
from trainer.typed_json import typed


class DepthFolder:
    """The files of one comparison."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.figure = path / "depth.svg"
        self._order, self._result = path / "networks.json", path / "depth.json"
        self._photos = RunFolder(path)

    def found(self, order: DepthOrder) -> DepthResult | None:
        """What is measured so far, where this very comparison has begun; None where it can begin. Raises BadRun."""
        if not self._result.exists():
            own = {self._order.name, "manifest.json"}  # of a process that was killed while it began
            if self.path.exists() and any(each.name not in own for each in self.path.glob("[!.]*")):
                raise BadRun("{path} is not empty; choose another folder.", path=self.path)
            return None
        if _read(self._order) != _facts(order):
            raise BadRun(
                "{path} compares other networks; go on with the options that it began with, or choose another folder.",
                path=self.path,
            )
        try:
            return typed(DepthResult, _read(self._result))
        except ValueError as error:
            raise BadRun("{path} cannot be read: {reason}.", path=self._result, reason=error) from error

    def manifest(self) -> Manifest | None:
        """The photos of a comparison that has begun. Raises BadRun."""
        return self._photos.manifest() if self._result.exists() else None

    def begin(self, order: DepthOrder, manifest: Manifest, planned: DepthResult) -> None:
        """Keep what goes before the first step. Raises BadRun."""
        with self._writing():
            self.path.mkdir(parents=True, exist_ok=True)
            self._photos.save_manifest(manifest)
            write_whole(self._order, to_json(_facts(order), indent=1).encode())
        self.save(planned)

    def training(self, network: Dimensions, order: TrainingOrder) -> RunFolder:
        """The folder of one network's training, begun or to be gone on with. Raises BadRun."""
        run = RunFolder(self.path / name_of(network))
        if (run.path / "order.json").is_file():
            return run
        run.remove()  # what a process killed while it was made has left
        return RunFolder.create(run.path, order)

    def save(self, result: DepthResult) -> None:
        """Keep what is measured so far. Raises BadRun."""
        table = io.StringIO()
        header, rows = result.table()
        csv.writer(table).writerows([header, *rows])
        with self._writing():
            write_whole(self._result.with_suffix(".csv"), table.getvalue().encode())
            write_whole(self._result, to_json(result.to_json(), indent=1).encode())

    def save_figure(self, svg: str) -> None:
        """Keep the figure. Raises BadRun."""
        with self._writing():
            write_whole(self.figure, svg.encode())

    def drop_checkpoints(self, network: Dimensions) -> None:
        """Free the disk of what only an unfinished training needs."""
        shutil.rmtree(RunFolder(self.path / name_of(network)).checkpoints, ignore_errors=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BadRun("Nothing can be written to {path}: {reason}.", path=self.path, reason=why(error)) from error


def _facts(order: DepthOrder) -> dict[str, object]:
    """The order as JSON knows it."""
    training = order.training
    own = {each.name: getattr(order, each.name) for each in fields(order) if each.name != "training"}
    own |= {"blocks": sorted(set(order.blocks)), "data": str(order.data.resolve()) if order.data else None}
    common = {"photos": str(training.photos.resolve()), "seed": training.seed, "device": training.device}
    return own | common | {"recipe": to_toml(training.recipe)}


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadRun("{path} cannot be read: {reason}.", path=path, reason=error) from error
