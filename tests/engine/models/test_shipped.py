"""What ships: the two networks of the paper, whole, at their full size."""

import pytest
import torch

from engine.models import catalog
from engine.models.dimensions import Dimensions
from engine.models.loading import generator_of, load_model
from engine.models.networks import parameter_count
from tests.engine.making import noise


@pytest.mark.parametrize("name", [name for name, _, _ in catalog.SHIPPED])
def test_weights_that_ship_are_the_papers_network(name: str) -> None:
    card = catalog.find(name).card
    assert card is not None and card.dimensions == Dimensions()
    assert all((card.name, card.licence, card.recipe, card.data, card.created, card.sha256))
    network = generator_of(load_model(name))
    assert network is not None and parameter_count(network) == 1_546_435
    result = network(noise(1, 3, 8, 8, dtype=torch.float32))
    assert result.shape == (1, 3, 32, 32) and (result.mean() - 0.5).abs() < 0.2
