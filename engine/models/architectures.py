"""From dimensions to the network that they describe."""

from __future__ import annotations

from engine.models.base import Network
from engine.models.dimensions import DRCN, ESPCN, SRCNN_KERNELS, SRRESNET, Dimensions
from engine.models.networks import Generator, fold
from engine.models.reference.drcn import Drcn
from engine.models.reference.espcn import Espcn
from engine.models.reference.srcnn import Srcnn

_NETWORKS: dict[str, type[Network]] = {
    SRRESNET: Generator,
    **dict.fromkeys(SRCNN_KERNELS, Srcnn),
    ESPCN: Espcn,
    DRCN: Drcn,
}


def network_of(dimensions: Dimensions) -> Network:
    """A new network of these dimensions, with the weights that torch gives it."""
    return _NETWORKS[dimensions.architecture](dimensions)


def folded(network: Network) -> Network:
    """The same function without batch normalisation: the network itself where it has none."""
    return fold(network) if isinstance(network, Generator) and network.dimensions.normalised else network
