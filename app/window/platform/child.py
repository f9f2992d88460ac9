"""The only place that starts processes: one command of the same executable, heard line by line."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.window.platform.endings import Ending, explain
from app.window.widgets.language import localised, tr
from trainer.event_lines import from_line
from trainer.events import TrainerEvent, WorkFailed

PATIENCE = 20_000
"""Milliseconds that a child is given to save before it is ended by force."""
_NICE = 5
_KEPT = 20_000
"""Characters of standard error that are kept."""


class Child(QObject):
    """Closing its standard input asks it to stop."""

    said = Signal(TrainerEvent)
    """Every event, as it is told."""
    ended = Signal(Ending)
    """Once, and last: how it ended, or why it could not begin."""

    def __init__(self, arguments: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._errors = ""
        self._process = QProcess(self)
        program, before = launcher()
        self._process.setProgram(program)
        self._process.setArguments([*before, *arguments])
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Begin the command, at a low priority."""
        self._process.start()
        _make_humble(self._process.processId())

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """The number of its process, 0 where none runs."""
        return self._process.processId()

    def stop(self) -> None:
        """Ask it to save and stop; it says so by ``ended``."""
        self._process.closeWriteChannel()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def finish(self) -> None:
        """Ask it to save and stop, and wait; nothing is heard of it any more. It is killed if it takes too long."""
        self.blockSignals(True)
        self.stop()
        if not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        while self._process.canReadLine():
            event = _parsed(bytes(self._process.readLine().data()))
            if event is None:
                continue
            if isinstance(event, WorkFailed):
                self._told = localised(event.text)
            self.said.emit(event)

    def _read_errors(self) -> None:
        heard = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors = (self._errors + heard)[-_KEPT:]

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._read()
        self._read_errors()
        crashed = how == QProcess.ExitStatus.CrashExit
        self.ended.emit(explain(status, self._errors, self._told, crashed=crashed))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            text = tr("The work could not be started: {}").format(self._process.errorString())
            self.ended.emit(Ending(text, self._process.program()))


def launcher() -> tuple[str, list[str]]:
    """The program that Fourfold is, and what comes before its arguments. Built for Windows, the window's own program
    has no standard output, so the command line beside it is taken.
    """
    if not getattr(sys, "frozen", False):
        return sys.executable, ["-m", "app"]
    window = Path(sys.executable)
    command_line = window.with_name(f"fourfold-cli{window.suffix}")
    return str(command_line if command_line.exists() else window), []


def _environment() -> QProcessEnvironment:
    """Ours, and from source the place of our packages, wherever the person stands."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUTF8", "1")
    if not getattr(sys, "frozen", False):
        environment.insert("PYTHONPATH", str(Path(__file__).parents[3]))
    return environment


def _make_humble(pid: int) -> None:
    """Let the window and other programs go first."""
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            process.nice(max(int(process.nice()), _NICE))


def _parsed(line: bytes) -> TrainerEvent | None:
    """The event of a line, or None where it is something else: a library may print."""
    try:
        return from_line(line)
    except ValueError:
        return None
