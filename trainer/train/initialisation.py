"""Weights before the first step: those published with a network, ours for the paper's."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.models.base import Network
from engine.models.networks import Generator
from engine.models.reference.drcn import Drcn
from engine.models.reference.srcnn import Srcnn

_SRCNN_SPREAD = 1e-3
"""Standard deviation of all of SRCNN's weights."""


@torch.no_grad()
def initialise(network: Network) -> None:
    """Give a network its first weights. Those of ESPCN are torch's own: none are published."""
    if isinstance(network, Generator):
        _initialise_generator(network)
    elif isinstance(network, Srcnn):
        _initialise_srcnn(network)
    elif isinstance(network, Drcn):
        _initialise_drcn(network)


def _initialise_generator(generator: Generator) -> None:
    """Kaiming's initialisation, small where a residual or the picture comes out, grey at the start.

    Without batch normalisation this is what lets a learning rate of 5e-4 work.
    """
    for name, convolution in _convolutions(generator).items():
        nn.init.kaiming_normal_(convolution.weight, a=0.25)
        nn.init.zeros_(_bias(convolution))
        ends_residual = name == "tail" or name.endswith(".second")
        if name == "last" or (ends_residual and not generator.dimensions.normalised):
            convolution.weight.mul_(0.1)
    _bias(generator.last).fill_(0.45)


def _initialise_srcnn(network: Srcnn) -> None:
    for convolution in _convolutions(network).values():
        nn.init.normal_(convolution.weight, std=_SRCNN_SPREAD)
        nn.init.zeros_(_bias(convolution))


def _initialise_drcn(network: Drcn) -> None:
    """He's initialisation; the convolution that comes again and again passes on what it gets."""
    for name, convolution in _convolutions(network).items():
        nn.init.dirac_(convolution.weight) if name == "recursion" else nn.init.kaiming_normal_(convolution.weight)
        nn.init.zeros_(_bias(convolution))


def _convolutions(network: Network) -> dict[str, nn.Conv2d]:
    return {name: each for name, each in network.named_modules() if isinstance(each, nn.Conv2d)}


def _bias(convolution: nn.Conv2d) -> Tensor:
    assert convolution.bias is not None
    return convolution.bias
