"""One process or several, started by ``torchrun``: gradients are averaged, the first process decides and writes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module

import torch
from torch import Tensor, nn
from torch import distributed as dist

from engine.compute.devices import TORCH_KINDS, find_id

_LONGEST_WAIT = timedelta(days=2)
"""The others wait while the first process checks the photos and lays them down: of 350,000 that is hours, and torch's
own limit is minutes. Who waits for a process that has died is ended by ``torchrun``.
"""


@dataclass(frozen=True)
class World:
    """The processes of one training; ``rank`` 0 is the first."""

    rank: int = 0
    size: int = 1

    @property
    def first(self) -> bool:
        """Whether this process reports, validates and saves."""
        return self.rank == 0

    def average_gradients(self, parameters: Iterable[nn.Parameter]) -> None:
        """Replace every gradient by its mean over the processes."""
        if self.size == 1:
            return
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
        dist.all_reduce(flat)
        flat /= self.size
        for gradient, mean in zip(gradients, flat.split([each.numel() for each in gradients]), strict=True):
            gradient.copy_(mean.view_as(gradient))

    def all_reduce_sum(self, number: Tensor) -> Tensor:
        """The sum of a number over the processes."""
        if self.size > 1:
            dist.all_reduce(number)
        return number

    def means(self, numbers: Sequence[float]) -> list[float]:
        """The mean of each number over the processes."""
        if self.size == 1:
            return [*numbers]
        tensor = torch.tensor(numbers, dtype=torch.float64, device=_meeting_place())
        dist.all_reduce(tensor)
        return [each / self.size for each in tensor.tolist()]

    def broadcast_(self, *tensors: Tensor) -> None:
        """Overwrite tensors with the first process's."""
        if self.size > 1:
            for tensor in tensors:
                dist.broadcast(tensor, 0)

    def barrier(self) -> None:
        """Until all processes are here."""
        if self.size > 1:
            dist.barrier()

    def agreed(self, number: float) -> float:
        """The first process's number."""
        if self.size == 1:
            return number
        tensor = torch.tensor([number], dtype=torch.float64, device=_meeting_place())
        dist.broadcast(tensor, 0)
        return float(tensor)


def device_named(name: str) -> torch.device:
    """The device to compute on: ``auto`` is this process's NVIDIA GPU, else the CPU. Raises DeviceError."""
    if name in ("auto", "cuda") and torch.cuda.is_available():
        return torch.device("cuda", torch.cuda.current_device())
    return torch.device("cpu" if name == "auto" else find_id(name, TORCH_KINDS))


@contextmanager
def world() -> Iterator[World]:
    """Join the processes that ``torchrun`` started, if it did, and leave them at the end."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield World()
        return
    if torch.cuda.is_available():
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    # Some of torch's functions have the group as a default; if an optimiser's first step imports them while there is
    # one, it outlives its end, and its threads abort the process at exit.
    import_module("torch.distributed.nn")
    dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo", timeout=_LONGEST_WAIT)
    try:
        yield World(dist.get_rank(), size)
    finally:
        dist.destroy_process_group()


def _meeting_place() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"
