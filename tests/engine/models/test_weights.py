"""Weights files: what is saved comes back bit for bit, and whatever is wrong with a file is told in one sentence."""

import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import save
from torch import Tensor

from engine.errors import BadWeights, CannotSave, ModelError, UnknownModel
from engine.models.cards import Card, read_card, read_safetensors_header
from engine.models.dimensions import Dimensions
from engine.models.weights import Weights, digest, load_weights, mixed, save_weights
from tests.engine.making import generator, noise

DIMENSIONS = Dimensions(scale=2, blocks=1, width=2, skip=False)
CARD = Card(
    name="Leaves",
    dimensions=DIMENSIONS,
    licence="CC BY 4.0",
    recipe="steps = 1000\nname = 'leaves'",
    data="12 photos of leaves, CC0",
    scores={"Set5 PSNR-Y": 30.25, "Set14 PSNR-Y": 27.0},
    base="srresnet",
    created="2026-11-22",
    notes="ä, ß and \u00d7",
)


def weights(seed: int = 0, card: Card = CARD) -> Weights:
    return Weights(card, dict(generator(card.dimensions, seed=seed, dtype=torch.float32).state_dict()))


def assert_one_sentence(error: BaseException, path: Path) -> None:
    text = str(error)
    assert path.name in text and text.endswith(".") and "\n" not in text and "Error" not in text, text


def assert_equal(first: dict[str, Tensor], second: dict[str, Tensor]) -> None:
    torch.testing.assert_close(first, second, rtol=0, atol=0)


# Round trips


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path, made = tmp_path / "leaves.safetensors", weights()
    card = save_weights(path, made)
    assert card == replace(CARD, sha256=digest(made.state))
    loaded = load_weights(path)
    assert loaded.card == card == read_card(path)
    assert_equal(loaded.state, made.state)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_half_precision_keeps_every_half_and_comes_back_as_float32(tmp_path: Path) -> None:
    path, made = tmp_path / "half.safetensors", weights()
    save_weights(path, made, half=True)
    loaded = load_weights(path)
    assert {tensor.dtype for tensor in loaded.state.values()} == {torch.float32}
    assert_equal(loaded.state, {name: tensor.half().float() for name, tensor in made.state.items()})
    save_weights(tmp_path / "full.safetensors", made)
    tensors = sum(tensor.nbytes for tensor in made.state.values())
    assert (tmp_path / "full.safetensors").stat().st_size - path.stat().st_size == pytest.approx(tensors / 2, abs=100)


def test_the_network_of_weights_computes_what_they_were_made_for() -> None:
    network, planes = generator(DIMENSIONS, dtype=torch.float32), noise(1, 3, 6, 6, dtype=torch.float32)
    loaded = Weights(CARD, dict(network.state_dict())).generator()
    assert torch.equal(loaded(planes), network(planes))
    assert not loaded.training and not any(parameter.requires_grad for parameter in loaded.parameters())


def test_a_file_overwritten_later_changes_nothing(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(good)
    loaded = load_weights(path)
    with path.open("r+b") as file:
        file.write(bytes(len(good)))
    assert digest(loaded.state) == loaded.card.sha256


def test_saving_leaves_the_old_file_where_the_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.safetensors"
    with pytest.raises(CannotSave, match=r"were not saved"):
        save_weights(path, weights())
    path = tmp_path / "a.safetensors"
    path.mkdir()
    with pytest.raises(CannotSave, match=r"were not saved"):
        save_weights(path, weights())
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@given(
    st.builds(
        Card,
        st.text(),
        dimensions=st.builds(
            Dimensions, st.sampled_from([2, 4, 8]), st.integers(0, 99), st.integers(1, 99), st.booleans()
        ),
        licence=st.text(),
        scores=st.dictionaries(st.text(), st.floats(allow_nan=False, allow_infinity=False)),
        notes=st.text(),
    )
)
def test_any_card_goes_through_a_header(card: Card) -> None:
    header = card.to_header()
    assert all(isinstance(value, str) for value in header.values())
    assert Card.from_header(header) == card


# Damage


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("weights") / "good.safetensors"
    save_weights(path, weights())
    return path.read_bytes()


def load(tmp_path: Path, data: bytes) -> Weights:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(data)
    return load_weights(path)


def assert_refused(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(BadWeights) as caught:
        load(tmp_path, data)
    assert_one_sentence(caught.value, tmp_path / "weights.safetensors")
    return str(caught.value)


def rewritten(state: dict[str, Tensor], **header: str) -> bytes:
    """A well-formed file of these tensors whose checksum is right."""
    card = replace(CARD, sha256=digest(state))
    return save(state, metadata={**card.to_header(), **header})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_flipped_bit_is_noticed(tmp_path: Path, good: bytes, data: st.DataObject) -> None:
    """Anywhere; only in the free text of the card may it pass, because nothing but words depends on it."""
    at = data.draw(st.integers(0, len(good) - 1))
    damaged = bytearray(good)
    damaged[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        loaded = load(tmp_path, bytes(damaged))
    except BadWeights as error:
        assert_one_sentence(error, tmp_path / "weights.safetensors")
    else:
        assert_equal(loaded.state, weights().state)
        assert loaded.card.dimensions == DIMENSIONS


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_truncated_file_is_refused(tmp_path: Path, good: bytes, data: st.DataObject) -> None:
    assert_refused(tmp_path, good[: data.draw(st.integers(0, len(good) - 1))])


def test_bytes_behind_the_end_are_refused(tmp_path: Path, good: bytes) -> None:
    assert_refused(tmp_path, good + b"\0")


@pytest.mark.parametrize("position", [0, -1])
def test_a_changed_tensor_does_not_match_its_checksum(tmp_path: Path, good: bytes, position: int) -> None:
    start = 8 + struct.unpack("<Q", good[:8])[0]
    body = bytearray(good[start:])
    body[position] ^= 1
    assert "checksum" in assert_refused(tmp_path, good[:start] + bytes(body))


def test_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    assert "checksum" in assert_refused(tmp_path, rewritten(weights().state, sha256="0" * 64))


@pytest.mark.parametrize("key", ["head.bias", "blocks.0.second.weight", "last.weight"])
def test_a_missing_tensor_is_refused(tmp_path: Path, key: str) -> None:
    state = {name: tensor for name, tensor in weights().state.items() if name != key}
    assert "does not fit" in assert_refused(tmp_path, rewritten(state))


def test_a_tensor_too_many_is_refused(tmp_path: Path) -> None:
    assert "does not fit" in assert_refused(tmp_path, rewritten({**weights().state, "other": torch.zeros(1)}))


def test_a_tensor_of_another_shape_is_refused(tmp_path: Path) -> None:
    state = {**weights().state, "last.bias": torch.zeros(4)}
    assert "does not fit" in assert_refused(tmp_path, rewritten(state))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16])
def test_values_that_are_not_finite_are_refused(tmp_path: Path, value: float, dtype: torch.dtype) -> None:
    state = {name: tensor.to(dtype) for name, tensor in weights().state.items()}
    state["tail.weight"].view(-1)[3] = value
    assert "not finite" in assert_refused(tmp_path, rewritten(state))


@pytest.mark.parametrize(
    "header",
    [
        {"scale": "3"},
        {"scale": "four"},
        {"scale": "4"},
        {"blocks": "-1"},
        {"blocks": "1000000000"},
        {"width": "1000000000000"},
        {"skip": "perhaps"},
        {"scores": "[1]"},
        {"scores": '{"a": "b"}'},
        {"scores": "{"},
    ],
)
def test_a_card_that_makes_no_sense_is_refused(tmp_path: Path, header: dict[str, str]) -> None:
    assert_refused(tmp_path, rewritten(weights().state, **header))


def test_a_card_without_one_of_its_entries_is_refused(tmp_path: Path) -> None:
    state = weights().state
    for missing in set(CARD.to_header()) - {"format", "halo"}:  # without a format it is another program's
        header = {**CARD.to_header(), "sha256": digest(state)}
        del header[missing]
        assert_refused(tmp_path, save(state, metadata=header))


def header_only(header: bytes, length: int | None = None) -> bytes:
    return struct.pack("<Q", len(header) if length is None else length) + header


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"1234567",
        b"this is no weights file at all",
        header_only(b"{}", 2**63),
        header_only(b"{}", 2**24),
        header_only(b"\xff\xfe{}"),
        header_only(b"[]"),
        header_only(b"[" * 100_000),
        header_only(b'{"__metadata__": 5}'),
        header_only(b'{"__metadata__": null}'),
        header_only(b'{"__metadata__": ["format"]}'),
        header_only(b'{"__metadata__": {"format": "fourfold-generator-1"}}'),
        header_only(b'{"__metadata__": {"format": 7}}'),
        header_only(json.dumps({"__metadata__": {**CARD.to_header(), "blocks": [1]}}).encode()),
        header_only(json.dumps({"__metadata__": {**CARD.to_header(), "name": 1}}).encode()),
    ],
)
def test_what_is_no_weights_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert_refused(tmp_path, data)


def test_no_file_and_no_readable_file(tmp_path: Path) -> None:
    with pytest.raises(UnknownModel, match=r"^There is no weights file .*nowhere\.safetensors\.$"):
        load_weights(tmp_path / "nowhere.safetensors")
    with pytest.raises(BadWeights, match=r"cannot be read"):
        load_weights(tmp_path)


def test_another_programs_file_has_no_card(tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    path.write_bytes(save({"a": torch.zeros(2)}))
    assert read_card(path) is None
    assert set(read_safetensors_header(path)) == {"a"}
    with pytest.raises(BadWeights, match=r"another program"):
        load_weights(path)


# Mixing


def test_the_ends_of_a_mix_are_the_parents_and_the_way_is_straight() -> None:
    first, second = weights(1), weights(2, replace(CARD, name="Stones"))
    assert_equal(mixed(first, second, 0).state, first.state)
    assert_equal(mixed(first, second, 1).state, second.state)
    for share in (0.25, 0.5, 0.9):
        wanted = {name: (1 - share) * tensor + share * second.state[name] for name, tensor in first.state.items()}
        torch.testing.assert_close(mixed(first, second, share).state, wanted, rtol=1e-6, atol=1e-7)


def test_a_mix_has_a_name_and_a_checksum_of_its_own() -> None:
    card = mixed(weights(1), weights(2, replace(CARD, name="Stones")), 0.3).card
    assert card.name == "Leaves+0.3*Stones"
    assert card.sha256 == digest(mixed(weights(1), weights(2), 0.3).state) != digest(weights(1).state)
    assert card.scores == {} and card.dimensions == DIMENSIONS


def test_a_mix_leaves_its_parents_as_they_are() -> None:
    first, second = weights(1), weights(2)
    for tensor in mixed(first, second, 0).state.values():
        tensor.zero_()
    assert_equal(first.state, weights(1).state)


@pytest.mark.parametrize("share", [-0.01, 1.01, float("nan")])
def test_a_share_outside_0_to_1_is_refused(share: float) -> None:
    with pytest.raises(ModelError, match=r"from 0 to 1"):
        mixed(weights(), weights(), share)


def test_different_networks_cannot_be_mixed() -> None:
    with pytest.raises(ModelError, match=r"cannot be mixed"):
        mixed(weights(), weights(card=replace(CARD, dimensions=replace(DIMENSIONS, skip=True))), 0.5)


# Digest


def test_the_digest_sees_names_types_shapes_and_values_but_no_order() -> None:
    state = {"a": torch.arange(6.0).reshape(2, 3), "b": torch.zeros(2)}
    assert digest(dict(reversed(state.items()))) == digest(state)
    others = [
        {**state, "a": state["a"].reshape(3, 2)},
        {**state, "a": state["a"] + 1},
        {**state, "b": torch.zeros(2, dtype=torch.float64)},
        {"a": state["a"], "c": state["b"]},
        {"a": state["a"]},
    ]
    assert len({digest(other) for other in [state, *others]}) == 1 + len(others)


def test_the_digest_does_not_depend_on_how_a_tensor_lies_in_memory() -> None:
    tensor = noise(2, 3, 4, 5)
    assert digest({"a": tensor.contiguous(memory_format=torch.channels_last)}) == digest({"a": tensor})
