"""A child that is sent for one answer: a time, a verdict, a model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.window.training.child import Child
from app.window.training.endings import Ending
from app.window.widgets.language import tr


class Errand(QObject):
    """Runs one command at a time. ``answered(event)`` with the event waited for, or ``failed(ending)``;
    ``said(event)`` for all before it. A new errand gives up the one before.
    """

    answered = Signal(object)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, answer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._child: Child | None = None
        self._event: dict[str, Any] | None = None

    @property
    def is_running(self) -> bool:
        return self._child is not None

    def send(self, arguments: list[str]) -> None:
        self.cancel()
        self._event = None
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

    def _on_said(self, event: dict[str, Any]) -> None:
        if event["event"] == self._answer:
            self._event = event
        else:
            self.said.emit(event)

    def _on_ended(self, ending: Ending) -> None:
        assert self._child is not None
        self._child.deleteLater()
        self._child = None
        if self._event is not None and ending.good:
            self.answered.emit(self._event)
        else:
            self.failed.emit(ending if ending.sentence else Ending(tr("The work ended without a result.")))
