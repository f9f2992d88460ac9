"""The pictures that come with Fourfold, to try it on."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from app.window.photos.opening import pictures_folder
from engine.atomic import write_whole
from engine.files.batch import gather


def copied_samples() -> list[Path]:
    """Copies of them among the person's pictures, so that results have a place beside them; one that is there already
    stays as it is. Raises OSError.
    """
    folder = pictures_folder() / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    shipped = Path(str(files("resources") / "samples"))  # who upscaled one of them there has a result beside it
    samples = sorted(each.path for each in gather([shipped]).photos)
    for sample in samples:
        if not (folder / sample.name).exists():
            write_whole(folder / sample.name, sample.read_bytes())
    return [folder / sample.name for sample in samples]
