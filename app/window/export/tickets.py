"""An order in the queue as a value: how far it is, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from engine.jobs.saving import SaveOrder


class Stage(Enum):
    """How far an order is. ``STOPPING`` is until the engine has let go of it."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    SAVED = "saved"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    FAILED = "failed"


OPEN = (Stage.WAITING, Stage.RUNNING, Stage.STOPPING)
HELD = (Stage.RUNNING, Stage.STOPPING)
"""By the engine."""
LEFT = (*OPEN, Stage.STOPPED)
"""What the journal keeps: it is offered again after a restart."""
ENDED = (Stage.SAVED, Stage.SKIPPED, Stage.FAILED)
"""Nothing of it is left to do."""
ANSWERED = (Stage.WAITING, Stage.RUNNING, Stage.SAVED, Stage.SKIPPED)
"""What has come of an order, or will without anybody's doing."""


@dataclass(frozen=True)
class Ticket:
    """One order in the queue. ``share`` is done from 0 to 1; ``sentence`` and ``details`` say why it failed, and
    ``sentence`` what a person should know of the device though it is saved.
    """

    order: SaveOrder
    stage: Stage = Stage.WAITING
    share: float = 0.0
    target: Path | None = None
    sentence: str = ""
    details: str = ""

    def answers(self, order: SaveOrder) -> bool:
        """Whether it brings, or has brought, what that order asks for of its photo, whoever decided on the model. A
        file that a person named counts under whatever name and format."""
        mine = self.order
        return (
            self.stage in ANSWERED
            and order.method.with_model(mine.method.model) == mine.method
            and (order.sizing, order.options) == (mine.sizing, mine.options)
            and (mine.naming.file is not None or (order.naming, order.format) == (mine.naming, mine.format))
        )

    def when_let_go(self) -> Ticket:
        """As it is once the engine lets go of it before its end: it can be taken up where it has left no file."""
        if self.stage not in HELD:
            return self
        stage = Stage.WAITING if self.stage is Stage.RUNNING else Stage.STOPPED
        return Ticket(replace(self.order, resume=True), stage)


@dataclass(frozen=True)
class Added:
    """What came of orders for photos that were in the queue: those that waited and are saved by the newer order, and
    those that are being saved by another one, for which nothing was queued."""

    renewed: list[Path]
    refused: list[Path]
