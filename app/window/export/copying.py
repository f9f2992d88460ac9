"""Copying: the view as one sees it, or the whole result, into the clipboard."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColorSpace, QGuiApplication, QImage

from app.window.inspector.choices import Choices
from app.window.photos.photo import LoadedPhoto
from app.window.platform.engine_link import EngineLink, Request
from app.window.widgets.language import localised
from app.window.widgets.notice import Notice
from app.window.widgets.words import megapixels, percent
from engine.errors import FourfoldError
from engine.files.formats import Format, SaveOptions
from engine.geometry import Size
from engine.jobs.method import RunnerCache
from engine.jobs.saving import Job
from engine.jobs.worker import Task

if TYPE_CHECKING:
    from engine.jobs.upscaler import Progress

MOST_PIXELS = 60_000_000
"""240 MB in the clipboard, which other programs still take."""


class ResultCopier(QObject):
    """Brings the whole result into the clipboard, one at a time."""

    def __init__(self, link: EngineLink, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._notice = notice
        self._request: Request[Progress, QImage] | None = None
        self._shown = ""

    def copy(self, photo: LoadedPhoto, choices: Choices) -> None:
        """Compute the result and copy it, unless it is too large."""
        try:
            size = choices.size.sizing().size_for(photo.size)
        except FourfoldError as error:
            self._notice.warn(localised(error.sentence))
            return
        if size.pixels > MOST_PIXELS:
            text = self.tr("The result has {}, the clipboard takes at most {}: save it instead.")
            most = megapixels(Size(MOST_PIXELS, 1))
            self._notice.warn(text.format(megapixels(size), most))
            return
        self.stop()
        self._shown = ""
        self._request = Request(
            copy_task(photo.path, choices), self._on_copied, self._notice_failure, progressed=self._on_progress
        )
        self._link.submit(self._request)
        self._show(0.0)

    def stop(self) -> None:
        """Give up what is being computed."""
        if self._request:
            self._link.cancel(self._request)
            self._request = None

    def _on_progress(self, report: Progress) -> None:
        if self._request:
            self._show(report.fraction)

    def _show(self, share: float) -> None:
        text = self.tr("Computing the result to copy: {}").format(percent(share))
        if text != self._shown:
            self._shown = text
            self._notice.tell(text, self.tr("Stop"), self.stop, stays=True)

    def _on_copied(self, image: QImage) -> None:
        self._request = None
        QGuiApplication.clipboard().setImage(image)
        self._notice.tell(self.tr("Copied the result, {}.").format(megapixels(Size(image.width(), image.height()))))

    def _notice_failure(self, sentence: str, details: str) -> None:
        self._request = None
        self._notice.warn(sentence, details=details)


def copy_task(photo: Path, choices: Choices) -> Task[Progress, QImage]:
    """A task that returns a photo's result as an image in sRGB, made by way of a file that goes again."""

    def task(cache: RunnerCache) -> Generator[Progress, None, QImage]:
        from engine.jobs.upscaler import upscale

        with tempfile.TemporaryDirectory(prefix="fourfold-") as folder:
            target = Path(folder) / "result.png"
            job = Job(photo, target, choices.size.sizing(), SaveOptions(Format.PNG, depth=8))
            method = choices.method.method_for(choices.model)
            with closing(upscale(job, cache.runner(method))) as steps:
                yield from steps
            return in_srgb(QImage(str(target)))

    return task


def in_srgb(image: QImage) -> QImage:
    """What other programs take a picture of the clipboard for."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image
