"""The training that is on its way: started, paused, gone on with, given up. Its child does the work."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.window.platform.child import Child
from app.window.platform.endings import Ending
from app.window.training import commands, trainings
from app.window.training.course import Course
from app.window.training.goal import Goal, Material
from trainer.events import TrainerEvent
from trainer.run_folder import RunFolder


class RunState(Enum):
    """Where the training is."""

    NONE = "none"
    RUNNING = "running"
    STOPPING = "stopping"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


class TrainingRunner(QObject):
    """``course`` is what the training has told, None where there is none; ``problem`` says why it has failed."""

    changed = Signal()
    """``state`` is another."""
    told = Signal()
    """``course`` has taken in an event."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.NONE
        self.course: Course | None = None
        self.problem = Ending()
        self._subject = ""
        self._wanted: tuple[Goal, Material] | None = None
        self._child: Child | None = None

    @property
    def run(self) -> Path:
        """The folder of the training; there must be one."""
        assert self.course is not None
        return self.course.run

    @property
    def subject(self) -> str:
        """What is learned from: the name of the folder of photos."""
        return self._subject

    @property
    def is_running(self) -> bool:
        """Whether a child trains, or is saving to stop."""
        return self.state in (RunState.RUNNING, RunState.STOPPING)

    @property
    def child_pid(self) -> int:
        """The process that trains, 0 where there is none."""
        return self._child.pid if self._child else 0

    def begin(self, goal: Goal, material: Material) -> None:
        """Start a new training. Raises CannotSave where its folder cannot be made."""
        self._wanted = (goal, material)
        run = trainings.new_run(material.folder)
        leave_out = trainings.write_leave_out(run, material.leave_out)
        self.course = Course(run, steps=goal.length.steps)
        self._subject = material.folder.name
        self._start(commands.train(goal, material, leave_out, run))

    def hold(self, run: RunFolder) -> None:
        """Have a training of before, without a word of it yet."""
        self.course = Course.so_far(run)
        self._subject = trainings.subject(run)

    def take_up(self, run: RunFolder) -> None:
        """Show a training of before, without starting it."""
        self.hold(run)
        assert self.course is not None
        self._set(RunState.FINISHED if self.course.reason else RunState.PAUSED)
        self.told.emit()

    def go_on(self, more: int = 0) -> None:
        """Resume, for so many ``more`` steps where it had ended, or try once more to start where there is nothing to go
        on with. Raises CannotSave as ``begin``.
        """
        if self._wanted and not trainings.has_begun(self.run):
            self.begin(*self._wanted)
        else:
            self._start(commands.resume(self.run, more))

    def stop(self) -> None:
        """Save and stop: the training is paused when the child has ended."""
        if self._child and self.state is RunState.RUNNING:
            self._set(RunState.STOPPING)
            self._child.stop()

    def discard(self) -> Path | None:
        """Give the training up; returns where it waits to be restored, None where there was nothing of it yet. Raises
        CannotSave.
        """
        self._end_child()
        there = self.course is not None and trainings.has_begun(self.run)
        discarded = trainings.discard(self.run) if there else None
        self.let_go()
        return discarded

    def let_go(self) -> None:
        """Have no training any more; what is on the disk stays."""
        self.course = None
        self._set(RunState.NONE)

    def close(self) -> None:
        """Save, and wait for the child to end."""
        if self._child:
            self._child.finish()
            self._child = None

    def _start(self, arguments: list[str]) -> None:
        self.problem = Ending()
        self._child = Child(arguments, self)
        self._child.said.connect(self._on_said)
        self._child.ended.connect(self._on_ended)
        self._child.start()
        self._set(RunState.RUNNING)

    def _end_child(self) -> None:
        if self._child:
            self._child.kill()
            self._child.finish()
            self._child = None

    def _on_said(self, event: TrainerEvent) -> None:
        if self.course:
            self.course.take(event)
            self.told.emit()

    def _on_ended(self, ending: Ending) -> None:
        assert self._child is not None and self.course is not None
        self._child.deleteLater()
        self._child = None
        self.problem = ending
        if not trainings.has_begun(self.run):
            trainings.remove(self.run)
        if not ending.good:
            self._set(RunState.FAILED)
        else:
            self._set(RunState.FINISHED if self.course.reason else RunState.PAUSED)

    def _set(self, state: RunState) -> None:
        self.state = state
        self.changed.emit()
