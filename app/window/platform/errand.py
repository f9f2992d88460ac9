"""A child that is sent for one answer: a time, a verdict, a model."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.window.platform.child import Child
from app.window.platform.endings import Ending
from app.window.widgets.language import tr
from trainer.events import TrainerEvent


class Errand(QObject):
    """Runs one command and waits for an event of the kind ``answer``. A new command gives up the one before."""

    answered = Signal(TrainerEvent)
    """The event waited for, of the kind ``answer``, when the command has ended well."""
    failed = Signal(Ending)
    """Why there is no answer."""
    said = Signal(TrainerEvent)
    """Every other event, as it is told."""

    def __init__(self, answer: type[TrainerEvent], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = answer
        self._child: Child | None = None
        self._answer: TrainerEvent | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is waited for."""
        return self._child is not None

    def send(self, arguments: list[str]) -> None:
        """Run a command, as ``commands`` makes it."""
        self.cancel()
        self._answer = None
        self._child = Child(arguments, self)
        self._child.said.connect(self._on_said)
        self._child.ended.connect(self._on_ended)
        self._child.start()

    def cancel(self) -> None:
        """Give it up; nothing more is heard of it."""
        if self._child:
            self._child.said.disconnect()
            self._child.ended.disconnect()
            self._child.ended.connect(self._child.deleteLater)
            self._child.kill()
            self._child = None

    def close(self) -> None:
        """Give it up and wait until it is gone."""
        if self._child:
            self._child.kill()
            self._child.finish()
            self._child = None

    def _on_said(self, event: TrainerEvent) -> None:
        if isinstance(event, self._wanted):
            self._answer = event
        else:
            self.said.emit(event)

    def _on_ended(self, ending: Ending) -> None:
        assert self._child is not None
        self._child.deleteLater()
        self._child = None
        if self._answer is not None and ending.good:
            self.answered.emit(self._answer)
        else:
            self.failed.emit(ending if ending.sentence else Ending(tr("The work ended without a result.")))
