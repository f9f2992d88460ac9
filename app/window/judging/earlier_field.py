"""Studies that are there: to go on with, to look at, to remove."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.window.judging import studies
from app.window.judging.studies import Earlier
from app.window.widgets.asking import ask
from app.window.widgets.fields import OneLine, combo, label
from app.window.widgets.language import localised
from engine.texts import shown
from trainer.errors import BadStudy


class EarlierField(QWidget):
    """One is chosen, before anything else one that waits for answers."""

    judge_asked = Signal(Path)
    """A person wants to judge the study in that folder, or to go on with it."""
    result_asked = Signal(Path)
    """A person wants to see what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: list[Path] = []
        self._rater = ""
        self.choice = combo(self.tr("Earlier judgements"), {})
        self.state = OneLine()
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.judge, self.result = QPushButton(), QPushButton(self.tr("Result"))
        self.remove, self.open = QPushButton(self.tr("Delete")), QPushButton(self.tr("Open…"))
        self.open.setToolTip(self.tr("The folder of a study that was made elsewhere"))
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._show)
        self.judge.clicked.connect(lambda: self.judge_asked.emit(self.choice.currentData().folder.path))
        self.result.clicked.connect(lambda: self.result_asked.emit(self.choice.currentData().folder.path))
        self.remove.clicked.connect(self._remove)
        self.open.clicked.connect(self._open)
        self.reload()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.judge, self.result, self.remove, self.open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.choice, self.state, self.problem):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.problem.hide()

    def reload(self, chosen: Path | None = None) -> None:
        """Read the folders again."""
        found = studies.earlier(self._opened)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for each in found:
                self.choice.addItem(_name(each), each)
        paths = [each.folder.path for each in found]
        self.choice.setCurrentIndex(paths.index(chosen) if chosen in paths else 0 if paths else -1)
        self._show()

    def show_rater(self, name: str) -> None:
        """Who judges now."""
        self._rater = name
        self._show()

    def focus(self) -> bool:
        """Let the keyboard go on with what waits; returns whether anything does."""
        waiting: Earlier | None = self.choice.currentData()
        if waiting is None or waiting.is_judged or not self.judge.isEnabled():
            return False
        self.judge.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self) -> None:
        chosen: Earlier | None = self.choice.currentData()
        done = chosen.done.get(self._rater) if chosen else None
        self.judge.setText(self.tr("Continue") if done else self.tr("Judge it"))
        self.judge.setEnabled(chosen is not None and (done or 0) < chosen.total and bool(self._rater))
        self.result.setEnabled(chosen is not None and any(chosen.done.values()))
        for part in (self.choice, self.judge, self.result, self.remove):
            part.setVisible(chosen is not None)
        nothing = self.tr("There are none yet. What you begin is kept, and can continue here.")
        self.state.say(self._state(chosen) if chosen else nothing)

    def _state(self, each: Earlier) -> str:
        """How far its raters are."""
        texts = [
            self.tr("{}: all {}").format(shown(name), each.total)
            if done >= each.total
            else self.tr("{}: {} of {}").format(shown(name), done, each.total)
            for name, done in each.done.items()
        ]
        return "   ".join(texts) or self.tr("Nobody has judged yet.")

    def _remove(self) -> None:
        path = self.choice.currentData().folder.path
        if path in self._opened:
            self._opened = [each for each in self._opened if each != path]  # it stays where a person put it
        elif ask(self, self.tr("Delete this study?"), self.tr("Its answers are lost."), self.tr("Delete")):
            studies.remove(path)
        self.reload()

    def _open(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("The folder of a study")):
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Offer a study that lies elsewhere, or say why it is none."""
        try:
            studies.look_at(path)
        except BadStudy as error:
            self.problem.setText(localised(error.sentence))
            self.problem.show()
            return
        self.problem.hide()
        if path.parent != studies.root():
            self._opened.append(path)
        self.reload(path)


def _name(each: Earlier) -> str:
    """Its day, and what is judged."""
    made = QDateTime.fromString(each.study.created, Qt.DateFormat.ISODate).toLocalTime()
    day = QLocale().toString(made.date(), QLocale.FormatType.ShortFormat)
    return f"{day}   {', '.join(shown(photo.name) for photo in each.study.photos)}"
