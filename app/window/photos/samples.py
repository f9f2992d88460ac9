"""The pictures that come with Fourfold, to try it on."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from app.window.photos.opening import pictures_folder
from engine.atomic import write_whole


def copied_samples() -> list[Path]:
    """Copies of them among the person's pictures, so that results have a place beside them; one that is there already
    stays as it is. Raises OSError.
    """
    folder = pictures_folder() / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    shipped = files("resources").joinpath("samples").iterdir()
    samples = sorted((sample for sample in shipped if sample.name.endswith(".jpg")), key=lambda sample: sample.name)
    for sample in samples:
        if not (folder / sample.name).exists():
            write_whole(folder / sample.name, sample.read_bytes())
    return [folder / sample.name for sample in samples]
