"""VGG19's weights, by which texture is judged: whether they are there, downloaded once, or chosen as a file."""

from __future__ import annotations

import threading
from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.platform.background import Background
from app.window.widgets.fields import label
from app.window.widgets.language import localised
from app.window.widgets.words import file_size, percent, weights_filter
from engine.errors import FourfoldError


class _Stopped(FourfoldError):
    """A person stopped the download."""


class Vgg19Field(QWidget):
    """Says ``missing`` or ``there``; where they are missing, gets them.

    ``missing`` has a place for how much there is to download. Signals: ``changed()``, when they came.
    """

    changed = Signal()
    _came = Signal(int, int)

    def __init__(self, preferences: Preferences, missing: str, there: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._missing, self._there = missing, there
        self._background: Background | None = None
        self._stopped = threading.Event()
        self.text = label("", "quiet")
        self.text.setWordWrap(True)
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.download = self._link(self.tr("Download"))
        self.choose = self._link(self.tr("Use a file…"))
        self.stop = self._link(self.tr("Stop"))
        self._lay_out()
        self.download.clicked.connect(self._download)
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(self._stopped.set)
        self._came.connect(self._on_came)
        self.refresh()

    @property
    def file(self) -> Path | None:
        """The weights, None where there are none."""
        from trainer.metrics.vgg_file import vgg19_file

        return self._preferences.features or vgg19_file()

    def use(self, file: Path) -> None:
        """Take the weights from that file, also after the next start; say so where they are not in it."""
        from trainer.metrics.vgg_file import check_vgg19

        try:
            check_vgg19(file)
        except FourfoldError as error:
            self.refresh(localised(error.sentence))
            return
        self._preferences.features = file
        self.refresh()
        self.changed.emit()

    def refresh(self, problem: str = "") -> None:
        """Look again whether they are there. A file that the person chose can be exchanged."""
        from trainer.metrics.vgg_file import SIZE

        there, chosen = self.file is not None, self._preferences.features is not None
        self.text.setText(self._there if there else self._missing.format(file_size(SIZE)))
        self.choose.setText(self.tr("Use another file…") if there else self.tr("Use a file…"))
        self._tell(problem)
        for link, shown in ((self.download, not there), (self.choose, not there or chosen), (self.stop, False)):
            link.setVisible(shown)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def close_thread(self) -> None:
        """End the download, if one runs, and wait for its thread."""
        self._stopped.set()
        if self._background:
            self._background.close()

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(16)
        for link in (self.download, self.choose, self.stop):
            links.addWidget(link)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text)
        layout.addLayout(links)
        layout.addWidget(self.problem)

    def _link(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        return button

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A file of VGG19's weights"), "", weights_filter())
        if chosen:
            self.use(Path(chosen))

    def _download(self) -> None:
        self._stopped.clear()
        self._tell("")
        if self._background is None:
            self._background = Background(self._fetch, self)
            self._background.done.connect(lambda _, result: self._on_fetched(result))
        self._background.ask("VGG19")
        for link, shown in ((self.download, False), (self.choose, False), (self.stop, True)):
            link.setVisible(shown)

    def _fetch(self, _: Hashable) -> Path:
        from trainer.metrics.vgg_file import download

        return download(said=self._said)

    def _said(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise _Stopped("The download was stopped.")
        self._came.emit(done // 1000, total // 1000)  # a number of Qt's ends at two thousand million

    def _on_came(self, done: int, total: int) -> None:
        self.text.setText(self.tr("Downloading VGG19: {}").format(percent(done / max(1, total))))

    def _on_fetched(self, result: Path | FourfoldError) -> None:
        self.refresh("" if isinstance(result, (Path, _Stopped)) else localised(result.sentence))
        self.changed.emit()
