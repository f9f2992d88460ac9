"""Step 1: which photos and methods are judged, what is asked, and who judges."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.judging.earlier_field import EarlierField
from app.window.judging.maker import StudyMaker
from app.window.judging.methods_field import MethodsField
from app.window.judging.photos_field import PhotosField
from app.window.judging.wish import StudyWish
from app.window.widgets.fields import label, scrolling
from app.window.widgets.radios import Radios
from app.window.widgets.step import Step
from app.window.widgets.tab_order import tab_through
from app.window.widgets.words import duration
from trainer.study.design import Mode


class ChooseStep(Step):
    """Makes the study when a person says so, or leads to one that is there."""

    starting = Signal()
    """A child will begin: whoever holds models lets go of them."""
    judging = Signal(Path)
    """The study in that folder is to be judged."""
    result_asked = Signal(Path)
    """A person wants to see what the study in that folder says."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.photos = PhotosField(preferences)
        self.methods = MethodsField()
        self.modes = Radios()
        self.rater = QLineEdit(preferences.rater)
        self.rater.setAccessibleName(self.tr("Your name"))
        self.earlier = EarlierField()
        self.maker = StudyMaker(self)
        self.making = label("")
        self.progress = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self._views = QStackedLayout()
        self.body.addLayout(self._views)  # before anything is in it, which would show as a window of its own
        self._views.addWidget(self._choices())
        self._views.addWidget(self._waiting())
        self.start = self.add_button(self.tr("Start judging"), "main")
        self._connect()
        self._show()

    def _choices(self) -> QWidget:
        pairs, ratings = self.tr("Which of two is better"), self.tr("How good each one is, from 1 to 5")
        modes = QVBoxLayout()
        self.modes.add(modes, Mode.PAIRS, pairs, self.tr("Easier, and soon decided."))
        hint = self.tr("The paper's opinion test. It begins with examples of what 1 and 5 mean.")
        self.modes.add(modes, Mode.RATINGS, ratings, hint)
        view = QWidget()
        columns = QHBoxLayout(view)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(48)
        photos, methods = self.tr("PHOTOS"), self.tr("METHODS")
        asked, name, earlier = self.tr("QUESTION"), self.tr("YOUR NAME"), self.tr("EARLIER JUDGEMENTS")
        self.columns = (
            _column((photos, self.photos), (asked, modes), (earlier, self.earlier)),
            _column((methods, self.methods), (name, self.rater)),
        )
        for column in self.columns:
            columns.addWidget(column, 1)
        return scrolling(view)

    def _waiting(self) -> QWidget:
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(360)
        self.progress.setAccessibleName(self.tr("Making the pictures"))
        view = QWidget()
        column = QVBoxLayout(view)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self.making, self.progress, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return view

    def _connect(self) -> None:
        for changed in (self.photos.changed, self.methods.changed, self.modes.changed):
            changed.connect(self._show)
        self.rater.textChanged.connect(self._show)
        self.rater.returnPressed.connect(self.start.click)
        self.start.clicked.connect(self._start)
        self.cancel.clicked.connect(self._cancel)
        self.maker.progressed.connect(self._on_progress)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.earlier.judge_asked.connect(self._on_made)
        self.earlier.result_asked.connect(self.result_asked)

    @property
    def name(self) -> str:
        """Who judges."""
        return self.rater.text().strip()

    def wish(self) -> StudyWish:
        """What is chosen now."""
        original, mode = self.methods.original.isChecked(), Mode(self.modes.value())
        return StudyWish(self.photos.photos(), self.methods.models(), original, mode, self.name)

    def show_list(self, photos: list[Path]) -> None:
        """Offer the photos of the list, and what there is of models and studies."""
        self.photos.show_list(photos)
        self.refresh()

    def refresh(self, study: Path | None = None) -> None:
        """Read again what models and studies there are, and choose that study."""
        self.methods.reload()
        tab_through(self.columns[0], *self.methods.in_turn, self.rater, self.start)  # new boxes came behind all others
        self.earlier.reload(study)

    def focus(self) -> None:
        """Let the keyboard go on with what waits, else begin."""
        if not self.earlier.focus():
            (self.start if self.start.isEnabled() else self.photos.files).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_threads(self) -> None:
        """Give up what is being made, and wait for all threads."""
        self.maker.close()
        self.photos.close_threads()

    # --- what happens ---

    def _start(self) -> None:
        self.progress.setRange(0, 0)
        self.making.setText(self.tr("Making the pictures…"))
        self._views.setCurrentIndex(1)
        self.start.setEnabled(False)
        self.say("")
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.starting.emit()
        self.maker.make(self.wish())

    def _cancel(self) -> None:
        self.maker.close()
        self._end()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._views.setCurrentIndex(0)
        self._show()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.making.setText(self.tr("Making the pictures: {} of {}").format(done, total))

    def _on_made(self, folder: Path) -> None:
        self._preferences.rater = self.name
        self._end()
        self.judging.emit(folder)

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.say(sentence, "bad")

    def _show(self) -> None:
        """Say what holds one back, or what comes."""
        self.earlier.show_rater(self.name)
        wish = self.wish()
        lacking = self._lacking(wish)
        self.start.setEnabled(not lacking and not self.maker.is_running)
        self.say(lacking or self._coming(wish))

    def _lacking(self, wish: StudyWish) -> str:
        if not wish.photos:
            return self.tr("Choose photos first.")
        if wish.methods < 2 or not wish.models:
            return self.tr("Choose two methods or more.")
        return "" if wish.rater else self.tr("Say who judges: answers are kept by name.")

    def _coming(self, wish: StudyWish) -> str:
        text = self.tr("{} questions, about {}. Nothing shows which method a picture is of.")
        parts = [text.format(wish.questions, duration(wish.seconds))]
        if len(wish.photos) < wish.least:
            parts.append(self.tr("With fewer than {} photos one person cannot be sure.").format(wish.least))
        return " ".join(parts)


def _column(*groups: tuple[str, QWidget | QVBoxLayout]) -> QWidget:
    """Groups below each other, each with its head."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for number, (head, group) in enumerate(groups):
        if number:
            column.addSpacing(16)
        column.addWidget(label(head, "head"))
        if isinstance(group, QWidget):
            column.addWidget(group)
        else:
            column.addLayout(group)
    column.addStretch(1)
    return whole
