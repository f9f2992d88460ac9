"""Which photos are judged: those of the list, of a folder, or files; and how many of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.judging.wish import spread
from app.window.photos.choosing import choose_folder, choose_photos
from app.window.photos.opening import Opener
from app.window.widgets.fields import OneLine, keep_place, label, row
from app.window.widgets.wheel import wheel_by_focus
from engine.texts import shown

USUAL, MOST = 10, 50
"""Photos that are judged. More than fifty take an evening, and are no command line of every system."""


class PhotosField(QWidget):
    """The list's photos are taken until a person chooses others.

    Signals: ``changed()``, when it is others or another number.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._listed: list[Path] = []
        self._paths: list[Path] = []
        self._is_own_choice = False
        self._opener = Opener(self)
        self.said = label("")
        self.names = OneLine()
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.files = QPushButton(self.tr("Choose photos…"))
        self.folder = QPushButton(self.tr("Choose a folder…"))
        self.list = QPushButton(self.tr("Take those of the list"))
        self.list.setProperty("kind", "link")
        self.count = wheel_by_focus(QSpinBox())
        self.count.setRange(1, MOST)
        self.count.setValue(USUAL)
        self.count.setFixedWidth(64)
        keep_place(self.list)
        self.count.setAccessibleName(self.tr("How many at most"))
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.files, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        count = QHBoxLayout()
        count.setSpacing(12)
        count.addWidget(label(self.tr("How many at most")))
        count.addWidget(self.count)
        count.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(self.said, self.list))
        for part in (self.names, self.problem):
            layout.addWidget(part)
        layout.addLayout(buttons)
        layout.addLayout(count)
        hint = label(self.tr("The middle of each is judged. Of more photos, some from all over are taken."), "quiet")
        hint.setWordWrap(True)
        layout.addWidget(hint)

    def _connect(self) -> None:
        self._opener.found.connect(self._on_found)
        self.files.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.list.clicked.connect(self._take_list)
        self.count.valueChanged.connect(self._show)

    def close_threads(self) -> None:
        """End the search."""
        self._opener.close()

    def photos(self) -> tuple[Path, ...]:
        """Those to be judged."""
        return spread(self._paths, self.count.value())

    def show_list(self, paths: list[Path]) -> None:
        """What is in the list now."""
        self._listed = list(paths)
        if not self._is_own_choice:
            self._paths = self._listed
        self._show()

    def take(self, paths: Iterable[Path]) -> None:
        """The photos among files and folders."""
        self._opener.search(paths)

    def _take_list(self) -> None:
        self._is_own_choice = False
        self.problem.setText("")
        self.show_list(self._listed)

    def _on_found(self, paths: list[Path], failed: list[str], _: list[str]) -> None:
        self.problem.setText("\n".join(failed[:1]))
        if paths:
            self._is_own_choice = True
            self._paths = paths
        elif not failed:
            self.problem.setText(self.tr("There are no photos in it."))
        self._show()

    def _choose_files(self) -> None:
        if chosen := choose_photos(self, self._preferences.photos_folder):
            self.take(chosen)

    def _choose_folder(self) -> None:
        if chosen := choose_folder(self, self._preferences.photos_folder):
            self.take([chosen])

    def _show(self) -> None:
        judged, there = self.photos(), len(self._paths)
        if not there:
            self.said.setText(self.tr("Drop photos or a folder here, or choose them."))
        elif self._is_own_choice:
            self.said.setText(self.tr("Chosen: {}, judged: {}").format(there, len(judged)))
        else:
            self.said.setText(self.tr("In the list: {}, judged: {}").format(there, len(judged)))
        self.names.say(", ".join(shown(path.name) for path in judged))
        self.problem.setVisible(bool(self.problem.text()))
        self.list.setVisible(self._is_own_choice and bool(self._listed))
        self.changed.emit()
