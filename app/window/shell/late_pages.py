"""The pages that are made when they are first wanted: what draws their curves takes a second to load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.window.inspector.preferences import Preferences
from app.window.platform.engine_link import EngineLink, Request
from app.window.shell.computer import release_models
from app.window.shell.upscale_page import UpscalePage
from app.window.widgets.theme import Theme

if TYPE_CHECKING:
    from app.window.judging.methods import Offer
    from app.window.judging.page import JudgePage
    from app.window.training.page import TrainPage


class LatePages(QObject):
    """``train`` and ``judge``, which start children and may choose a model on the page of photos.

    Signals: ``left()``, when a person goes from one of them to the photos; ``told()``, when there is news of the
    training.
    """

    left = Signal()
    told = Signal()

    def __init__(
        self, theme: Theme, link: EngineLink, preferences: Preferences, photos: UpscalePage, pages: QStackedWidget
    ) -> None:
        super().__init__(pages)
        self._theme, self._link, self._preferences = theme, link, preferences
        self._photos, self._pages = photos, pages
        self.made: dict[str, QWidget] = {}
        """Those that are there, by the names of their commands."""
        self._train: TrainPage | None = None
        self._judge: JudgePage | None = None

    @property
    def train(self) -> TrainPage:
        """The page that trains."""
        if self._train is None:
            from app.window.training.page import TrainPage

            page = self._train = TrainPage(self._theme, self._preferences)
            self._add("train_page", page)
            page.starting.connect(self._release)
            page.models_changed.connect(self._photos.inspector.models.reload)
            page.model_wanted.connect(self._upscale_with)
            page.told.connect(self.told)
        return self._train

    @property
    def judge(self) -> JudgePage:
        """The page on which models are judged blindly."""
        if self._judge is None:
            from app.window.judging.page import JudgePage

            page = self._judge = JudgePage(self._theme, self._preferences)
            self._add("judge_page", page)
            page.starting.connect(self._release)
            page.model_wanted.connect(self._take_judged)
            page.closed.connect(self.left)
        return self._judge

    @property
    def is_training(self) -> bool:
        """Whether a child trains, or is saving to stop."""
        return self._train is not None and self._train.is_training

    def news(self) -> str:
        """How far the training is; empty where none runs."""
        return self._train.news() if self._train else ""

    def take(self, paths: list[Path]) -> bool:
        """Hand what was dropped to the page that shows, if it is one of these; returns whether it is."""
        page = self._pages.currentWidget()
        for own in (self._train, self._judge):
            if own is not None and own is page:
                own.take(paths)
                return True
        return False

    def close_threads(self) -> None:
        """Save the training that runs, and wait until all children have ended."""
        for page in (self._train, self._judge):
            if page is not None:
                page.close_threads()

    def _add(self, name: str, page: QWidget) -> None:
        self.made[name] = page
        self._pages.addWidget(page)

    def _release(self) -> None:
        self._link.submit(Request(release_models))

    def _take_judged(self, offer: Offer) -> None:
        self._photos.inspector.models.set_share(offer.texture)
        self._upscale_with(offer.model)

    def _upscale_with(self, model: str) -> None:
        self._photos.inspector.choose_model(model)
        self.left.emit()
