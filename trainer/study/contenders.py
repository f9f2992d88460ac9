"""The methods of a study: models and mixes by name, the original, and ready results of any other program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from engine.files.reading import open_any_size
from engine.geometry import Size
from trainer.data.degradation.codecs import to_8_bits
from trainer.data.photos import find_photos
from trainer.errors import BadStudy
from trainer.evaluation.evaluation_sets import ImagePair
from trainer.evaluation.methods import Method, methods
from trainer.study.design import ORIGINAL
from trainer.study.subjects import PhotoFile, Subject, to_rgb

Contender = Callable[[Subject], Tensor]
"""From a photo to what is judged of it: (1, 3, H, W) of the size of its region, multiples of 1/255."""


def contenders(models: Iterable[str], results: Mapping[str, Path], device: torch.device) -> dict[str, Contender]:
    """Methods by short names: models as ``fourfold evaluate`` takes them, ``original``, folders of ready results.
    Raises ModelError, and BadStudy for two methods of one name.
    """
    models = list(models)
    networks = [name for name in models if name != ORIGINAL]
    found: dict[str, Contender] = {}
    if networks:
        by_name = methods(dict.fromkeys(networks), (), device)
        found |= {name: partial(_upscaled, name, method) for name, method in by_name.items()}
    if ORIGINAL in models:
        found[ORIGINAL] = _original
    for name, folder in results.items():
        if name in found:
            raise BadStudy("Two methods are called {name}; give the results another name.", name=name)
        found[name] = partial(_ready, folder, find_photos(folder))
    return found


def _original(subject: Subject) -> Tensor:
    if subject.hr is None:
        raise BadStudy("There is no original of {name}: it is upscaled as it is.", name=subject.file.name)
    return subject.hr


def _upscaled(name: str, method: Method, subject: Subject) -> Tensor:
    result = method(ImagePair(subject.file.name, subject.lr, subject.lr))
    height, width = subject.lr.shape[-2:]
    if result.shape[-2:] != (4 * height, 4 * width):
        raise BadStudy("{name} does not make photos four times as wide and high.", name=name)
    return to_8_bits(result[..., *subject.inner.slices])


def _ready(folder: Path, files: list[Path], subject: Subject) -> Tensor:
    path = ready_result(folder, files, subject.file)
    result = to_rgb(open_any_size(path))
    size = Size(result.shape[-1], result.shape[-2])
    if not all(0 <= given - due < 4 for given, due in zip(size, subject.size, strict=True)):
        raise BadStudy(
            "{path} is {size} pixels large; a result of {name} is {due}.",
            path=path,
            size=str(size),
            name=subject.file.name,
            due=str(subject.size),
        )
    return result[..., *subject.region.slices]


def ready_result(folder: Path, files: list[Path], photo: PhotoFile) -> Path:
    """The file among those of a folder that is named as the photo, else the one whose name begins so: ``name_x4.png``,
    ``name (1).png``. Where folders inside have the names of sets, the photo's own counts. Raises BadStudy.
    """
    alike = [path for path in files if _is_named(path, photo.name)]
    alike = [path for path in alike if path.stem == photo.name] or alike
    alike = [path for path in alike if photo.data in path.relative_to(folder).parts[:-1]] or alike
    if len(alike) == 1:
        return alike[0]
    if not alike:
        raise BadStudy("There is no result for {name} in {folder}.", name=photo.name, folder=folder)
    raise BadStudy(
        "There are {count} results for {name} in {folder}: {files}.",
        count=len(alike),
        name=photo.name,
        folder=folder,
        files=", ".join(path.name for path in alike[:3]),
    )


def _is_named(path: Path, name: str) -> bool:
    rest = path.stem.removeprefix(name)
    return path.stem == name or (rest != path.stem and not rest[0].isalnum())
