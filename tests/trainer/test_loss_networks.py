"""VGG19 and the discriminators: the networks they claim to be."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from engine.networks import parameter_count
from engine.torchvision_operators import define_missing_operators
from trainer.discriminators import PaperDiscriminator, UNetDiscriminator
from trainer.errors import MissingFeatures
from trainer.recipes import VGG19_LAYERS
from trainer.vgg import load_vgg19

AFTER_RELU = {"conv1_2": 3, "conv2_2": 8, "conv3_4": 17, "conv4_4": 26, "conv5_4": 35}
"""Numbers of the ReLU layers in torchvision's ``vgg19().features``."""


@pytest.mark.parametrize("before_relu", [False, True])
def test_features_equal_torchvisions(vgg19_file: Path, before_relu: bool) -> None:
    define_missing_operators()
    from torchvision.models import vgg19

    theirs = vgg19(weights=None).features.eval()
    theirs.load_state_dict({key.removeprefix("features."): each.float() for key, each in load_file(vgg19_file).items()})
    rgb = torch.rand(1, 3, 40, 48, generator=torch.Generator().manual_seed(0))
    mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    x = (rgb - mean.view(3, 1, 1)) / std.view(3, 1, 1)
    ours = load_vgg19(vgg19_file, VGG19_LAYERS, before_relu=before_relu)(rgb)
    for name, number in AFTER_RELU.items():
        expected = theirs[: number if before_relu else number + 1](x.clone())
        assert torch.allclose(ours[name], expected, rtol=1e-4, atol=1e-4), name


def test_vgg_goes_no_deeper_than_it_must(vgg19_file: Path) -> None:
    shallow = load_vgg19(vgg19_file, ["conv2_2"])
    assert [*shallow.convolutions] == ["conv1_1", "conv1_2", "conv2_1", "conv2_2"]
    assert not any(parameter.requires_grad for parameter in shallow.parameters())


def test_files_that_are_not_vgg19_are_refused(tmp_path: Path, vgg19_file: Path) -> None:
    (tmp_path / "junk.safetensors").write_bytes(b"junk")
    (tmp_path / "junk.pth").write_bytes(b"junk")
    torch.save({"other": torch.zeros(1)}, tmp_path / "other.pth")
    for name in ("junk.safetensors", "junk.pth", "other.pth", "nowhere.safetensors"):
        with pytest.raises(MissingFeatures, match=name):
            load_vgg19(tmp_path / name, ["conv5_4"])


def test_the_papers_discriminator_has_its_size() -> None:
    discriminator = PaperDiscriminator(96)
    assert parameter_count(discriminator) == 23_565_505
    assert discriminator(torch.rand(2, 3, 96, 96)).shape == (2, 1)


@pytest.mark.parametrize("patch", [32, 48, 100])
@pytest.mark.parametrize("spectral", [False, True])
def test_the_papers_discriminator_takes_any_patch(patch: int, spectral: bool) -> None:
    assert PaperDiscriminator(patch, 8, spectral=spectral)(torch.rand(2, 3, patch, patch)).shape == (2, 1)


def test_the_unet_judges_every_pixel() -> None:
    assert UNetDiscriminator(8)(torch.rand(2, 3, 32, 48)).shape == (2, 1, 32, 48)


def test_spectral_normalisation_bounds_every_layer() -> None:
    discriminator = UNetDiscriminator(8).train()
    for _ in range(50):
        discriminator(torch.rand(1, 3, 16, 16))
    convolutions = [*discriminator.down, *discriminator.up]
    norms = [torch.linalg.matrix_norm(each.weight.flatten(1), 2).item() for each in convolutions]
    assert norms == pytest.approx([1.0] * len(norms), abs=0.02)
