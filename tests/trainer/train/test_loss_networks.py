"""VGG19 and the discriminators: the networks they claim to be."""

import math
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from engine.models.networks import parameter_count
from engine.models.torchvision_operators import define_missing_operators
from trainer.data.crops import Batch
from trainer.errors import MissingFeatures
from trainer.metrics.features import LocalContrast
from trainer.metrics.metrics import feature_distance
from trainer.metrics.vgg import load_vgg19
from trainer.recipes.cookbook import recipe_named
from trainer.recipes.settings import CONTRAST_LAYERS, VGG19_LAYERS
from trainer.recipes.toml import with_settings
from trainer.train import losses
from trainer.train.discriminators import (
    DiscriminatorInput,
    HeadsDiscriminator,
    PaperDiscriminator,
    discriminator_for,
)
from trainer.train.objective import Objective

AFTER_RELU = {"conv1_2": 3, "conv2_2": 8, "conv3_4": 17, "conv4_4": 26, "conv5_4": 35}
"""Numbers of the ReLU layers in torchvision's ``vgg19().features``."""


def _view(count: int, height: int, width: int) -> DiscriminatorInput:
    return DiscriminatorInput(torch.rand(count, 3, height, width), {})


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
    assert discriminator(_view(2, 96, 96))["paper"].shape == (2, 1)


@pytest.mark.parametrize("patch", [32, 48, 100])
def test_the_papers_discriminator_takes_any_patch(patch: int) -> None:
    assert PaperDiscriminator(patch, 8)(_view(2, patch, patch))["paper"].shape == (2, 1)


def test_heads_judge_every_place(vgg19_file: Path) -> None:
    discriminator = HeadsDiscriminator(("phases4", "phases2", "conv3_4"), width=4)
    pixels = torch.rand(2, 3, 32, 48)
    logits = discriminator(DiscriminatorInput(pixels, load_vgg19(vgg19_file, ["conv3_4"])(pixels)))
    shapes = {name: tuple(each.shape) for name, each in logits.items()}
    assert shapes == {"phases4": (2, 1, 8, 12), "phases2": (2, 1, 16, 24), "conv3_4": (2, 1, 8, 12)}


def test_the_recipes_heads_are_as_wide_and_deep_as_tried() -> None:
    heads = discriminator_for(recipe_named("srgan")).heads
    shapes = {
        name: [each.weight.shape[:2] for each in heads[name].layers if hasattr(each, "weight")] for name in _TRIED
    }
    assert shapes == _TRIED


_TRIED = {
    "phases4": [(96, 96), *[(96, 96)] * 4, (1, 96)],
    "phases2": [(48, 24), *[(48, 48)] * 3, (1, 48)],
}


def test_heads_learn_at_once() -> None:
    """To tell a lattice, and weak features from strong ones, in forty steps."""
    torch.manual_seed(0)
    discriminator = HeadsDiscriminator(("phases4", "conv2_2"), width=8)
    optimiser = torch.optim.Adam(discriminator.parameters(), lr=1e-2)
    pixels, features = 0.5 + 0.05 * torch.rand(4, 3, 16, 16), torch.randn(4, 128, 8, 8)
    lattice = torch.zeros(4, 4)
    lattice[1, 1] = 0.03
    fake = DiscriminatorInput(pixels + lattice.repeat(4, 4), {"conv2_2": features * 100})
    real = DiscriminatorInput(pixels, {"conv2_2": features * 400})
    for _ in range(40):
        optimiser.zero_grad()
        made, true = discriminator(fake), discriminator(real)
        by_head = {name: losses.says_fake(made[name]) + losses.says_real(true[name]) for name in made}
        torch.stack([*by_head.values()]).mean().backward()
        optimiser.step()
    assert max(loss.item() for loss in by_head.values()) < 0.5 * 2 * math.log(2)


def test_the_result_is_compared_with_the_lr_before_its_damage() -> None:
    recipe = with_settings(recipe_named("srresnet-photo"), ["content.consistency=2.0", "content.flat=3.0"])
    objective = Objective(recipe, None)
    sr, hr, lr, undamaged = (torch.rand(2, 3, side, side) for side in (48, 48, 12, 12))
    batch = Batch(lr, hr, undamaged, torch.tensor([False, True]))
    terms = objective.terms(sr, batch, objective.views(sr, hr, 0), late=False)
    assert terms.keys() == {"l1", "consistency", "flat", "phase energy"}
    assert terms["consistency"] == 2 * losses.consistency(sr, undamaged)
    assert terms["flat"].item() == pytest.approx(1.5 * (sr - hr)[1].abs().mean().item(), rel=1e-5)


def test_looks_move_from_step_to_step_and_show_the_same_of_both() -> None:
    objective = Objective(with_settings(recipe_named("fine-tune-textured"), ["content.jitter=16"]), None)
    hr = torch.rand(1, 3, 96, 96)
    views = [objective.views(hr * 2, hr, step) for step in range(20)]
    assert all(torch.equal(each.sr.pixels, each.hr.pixels * 2) for each in views)
    assert all(each.hr.pixels.shape == (1, 3, 80, 80) for each in views)
    assert len({each.hr.pixels[0, 0, 0, 0].item() for each in views}) > 10
    assert torch.equal(views[3].hr.pixels, objective.views(hr, hr, 3).hr.pixels)  # a resumed training sees the same


def test_spectral_normalisation_bounds_every_layer() -> None:
    head = HeadsDiscriminator(("phases2",), 8).train().heads["phases2"]
    for _ in range(50):
        head(torch.rand(1, 3, 16, 16))
    *convolutions, _ = (each for each in head.layers if hasattr(each, "weight"))
    norms = [torch.linalg.matrix_norm(each.weight.flatten(1), 2).item() for each in convolutions]
    assert norms == pytest.approx([1.0] * len(norms), abs=0.02)


def test_local_contrast_asks_for_texture_not_for_its_place() -> None:
    grain = torch.randn(1, 3, 96, 96, generator=torch.Generator().manual_seed(0)) * 0.05
    truth, mean = (0.5 + grain).clamp(0, 1), torch.full((1, 3, 96, 96), 0.5)
    elsewhere = truth.roll((31, 17), (2, 3))
    assert (mean - truth).square().mean() < (elsewhere - truth).square().mean()  # what pixel losses prefer
    contrast = LocalContrast()
    assert feature_distance(contrast, elsewhere, truth) < 0.3 * feature_distance(contrast, mean, truth)
    assert feature_distance(contrast, truth, truth) == 0
    assert feature_distance(contrast, truth + grain, truth) > 0.8 * feature_distance(contrast, mean, truth)
    assert [*contrast(truth)] == [*CONTRAST_LAYERS]
    turned = truth.rot90(1, (2, 3))
    assert feature_distance(contrast, turned, truth) < 0.4 * feature_distance(contrast, mean, truth)
    flat = mean.requires_grad_()
    losses.feature_loss(
        contrast(flat), contrast(truth), dict.fromkeys(CONTRAST_LAYERS, 1.0), distance="l1", scale=1
    ).backward()
    assert flat.grad is not None and bool(flat.grad.isfinite().all())
