"""What was measured, by network. No torch."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from trainer.events import TrainerEvent


@dataclass(frozen=True)
class NetworkMeasured(TrainerEvent, event="network"):
    """A trained network: ``psnr`` of the luma in dB, how many ``minutes`` its training took, the ``milliseconds`` that
    it computes on a picture of 64 x 64 pixels.
    """

    blocks: int
    skip: bool
    parameters: int
    psnr: float
    minutes: float
    milliseconds: float


@dataclass(frozen=True)
class DepthResult(TrainerEvent, event="depth"):
    """Each network takes ``steps``. ``data`` names what PSNR is measured on; ``milliseconds`` are those of all networks
    in their order, ``networks`` those that are trained and measured so far.
    """

    steps: int
    device: str
    data: str
    milliseconds: list[float]
    networks: list[NetworkMeasured] = field(default_factory=list)

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Header and rows, a row a network."""
        header = [each.name for each in fields(NetworkMeasured)]
        return header, [[_cell(getattr(network, name)) for name in header] for network in self.networks]


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.4g}"
    return str(value)
