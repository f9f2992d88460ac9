"""What was left when Fourfold was closed, offered at the next start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.window.shell.upscale_page import UpscalePage
from app.window.training import trainings
from engine.jobs.saving import SaveOrder


class Unfinished(QObject):
    """Orders of last time, which the queue keeps as stopped, and a training that nobody has decided on. Each goes on
    when the person says so."""

    def __init__(self, orders: list[SaveOrder], page: UpscalePage, parent: QObject) -> None:
        super().__init__(parent)
        self._count = len(orders)
        self._page = page
        page.queue.offer(replace(order, resume=True) for order in orders)  # one may have ended behind a result

    def offer(self, take_up_training: Callable[[], object], show_photos: Callable[[], object]) -> None:
        """Say what there is, if anything. The functions go to the training and to the photos."""
        notice = self._page.viewer.notice
        if self._count:
            text = self.tr("Photos not finished last time: {}.").format(self._count)
            notice.tell(text, self.tr("Continue"), lambda: self._resume(show_photos), stays=True)
            self._page.queue.staged.connect(lambda: self._done_with(text))
        if unfinished := trainings.undecided():  # the last that is said; photos are offered at the foot as well
            text = self.tr("The training on “{}” waits for you.").format(trainings.subject(unfinished[0]))
            notice.tell(text, self.tr("Continue"), take_up_training, stays=True)

    def _resume(self, show_photos: Callable[[], object]) -> None:
        show_photos()
        self._page.saving.resume()

    def _done_with(self, text: str) -> None:
        """They go on, or are forgotten, by another way than this offer."""
        if self._page.queue.is_open or not self._page.queue.stopped:
            self._page.viewer.notice.take_back(text)
