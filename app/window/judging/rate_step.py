"""Step 2: one trial after the other, answered by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.window.inspector.preferences import Preferences
from app.window.judging.answers import Answer, answers_of, example, question
from app.window.judging.pictures import Pictures
from app.window.widgets.fields import label, rule, set_kind
from app.window.widgets.language import localised
from app.window.widgets.tab_order import tab_through
from app.window.widgets.theme import Theme
from trainer.errors import BadStudy
from trainer.study.design import Mode
from trainer.study.session import Session
from trainer.study.trials import Kind

EDGE = 24
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RateStep(QWidget):
    """Drives a session. Its keys go before those of the window, wherever in here the focus is."""

    finished = Signal()
    """All is answered."""
    paused = Signal()
    """A person has had enough for now."""
    failed = Signal(str)
    """Why an answer was not kept, in the person's language; it is asked again."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.session: Session | None = None
        self._mode = Mode.PAIRS
        self.asked = label("", "title")
        self.said = label("")
        self.progress = QProgressBar()
        self.pictures = Pictures(theme, preferences)
        self.buttons: dict[int, QPushButton] = {}
        self.back, self.pause = QPushButton(self.tr("Back")), QPushButton(self.tr("Pause"))
        self._lay_out()
        self.back.clicked.connect(self.go_back)
        self.pause.clicked.connect(self.paused)
        for button in (self.back, self.pause):
            button.installEventFilter(self)

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(self.tr("Answers given"))
        self.back.setToolTip(self.tr("The picture before   {}").format(self.tr("Backspace")))
        self.pause.setToolTip(self.tr("What is answered is kept   {}").format("Esc"))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(EDGE, 12, EDGE, 12)
        head.setSpacing(12)
        for part in (self.asked, self.said, self.progress):
            head.addWidget(part, int(part is self.asked))
        foot.setContentsMargins(EDGE, 12, EDGE, 12)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addLayout(self._answers)
        foot.addStretch(1)
        foot.addWidget(self.pause)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pictures, 1)
        layout.addWidget(rule())
        layout.addLayout(foot)

    def show_session(self, session: Session, mode: Mode) -> None:
        """Go on with a session."""
        self.session, self._mode = session, mode
        for button in self.buttons.values():
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {answer.value: self._button(answer) for answer in answers_of(mode)}
        tab_through(self.pictures, self.back, *self.buttons.values(), self.pause)
        self._show()

    def _button(self, answer: Answer) -> QPushButton:
        button = QPushButton(f"{answer.sign}   {answer.words}")
        button.setAccessibleName(f"{answer.words}, {answer.sign}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.answer(answer.value))
        button.installEventFilter(self)
        self._answers.addWidget(button)
        return button

    # --- answers ---

    def answer(self, value: int) -> None:
        """Keep an answer and show what comes next; nothing where it is none of those that there are."""
        if self.session is None:
            return
        try:
            self.session.answer(value)
        except BadStudy as error:
            self.failed.emit(localised(error.sentence))
        self._show()
        if self.session.trial is None:
            self.finished.emit()

    def go_back(self) -> None:
        """Show the trial before, to answer it otherwise."""
        if self.session and self.session.back():
            self._show()

    def _show(self) -> None:
        session = self.session
        if session is None or (trial := session.trial) is None:
            return
        expected = {answer.value: answer for answer in answers_of(self._mode)}.get(trial.expected or 0)
        is_example = trial.kind is Kind.CALIBRATION and expected is not None
        self.asked.setText(example(expected) if is_example and expected else question(self._mode))
        self.said.setText(self.tr("{} of {}").format(min(session.place + 1, session.total), session.total))
        self.progress.setRange(0, session.total)
        self.progress.setValue(session.done)
        for value, button in self.buttons.items():
            button.setEnabled(value in trial.answers)
            button.setChecked(value == session.answered)
            set_kind(button, "main" if value == session.answered else "")
        self.back.setEnabled(session.place > 0)
        self.pictures.show_files(session.pictures)
        self.pictures.setAccessibleName(f"{self.asked.text()} {self.said.text()}")
        self.pictures.setAccessibleDescription(", ".join(b.accessibleName() for b in self.buttons.values()))
        self.pictures.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys ---

    def event(self, event: QEvent) -> bool:
        """A key that means something here is no key of the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows answer also where a button, which would lead to the next one by them, has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._means(event):
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._means(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down would answer what nobody has seen
            self._keys()[Qt.Key(event.key())]()

    def _means(self, event: QKeyEvent) -> bool:
        return event.modifiers() in _PLAIN and Qt.Key(event.key()) in self._keys()

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        answers = {answer.key: partial(self.answer, answer.value) for answer in answers_of(self._mode)}
        return {**answers, Qt.Key.Key_Backspace: self.go_back, Qt.Key.Key_Escape: self.paused.emit}

    # --- pauses ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.session:
            self.session.go_on()
        self.pictures.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """While nothing is seen no time counts."""
        super().hideEvent(event)
        if self.session:
            self.session.pause()
