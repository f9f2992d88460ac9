"""Sentences are text like any other, and keep what it takes to say them in another language."""

import copy
import errno
import json
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadWeights, FourfoldError
from engine.sentences import Sentence, why

VALUES = st.text() | st.integers() | st.floats(allow_nan=False)


def test_a_sentence_is_its_text() -> None:
    sentence = Sentence("{name} has {count:.1f} MB.", name=Path("a") / "b.jpg", count=2)
    assert sentence == os.path.join("a", "b.jpg") + " has 2.0 MB."
    assert json.loads(json.dumps(sentence)) == sentence


@given(VALUES, VALUES)
def test_nothing_is_lost_by_json_or_copies(first: object, second: object) -> None:
    inside = Sentence("({first})", first=first)
    whole = Sentence("{inside} {second}", inside=inside, second=second)
    for again in (
        Sentence.from_json(json.loads(json.dumps(whole.to_json()))),
        pickle.loads(pickle.dumps(whole)),
        copy.deepcopy(whole),
    ):
        assert (again, again.template, again.values) == (whole, whole.template, whole.values)
        assert again.values["inside"].template == "({first})"


def test_braces_that_are_not_ours_stay() -> None:
    assert Sentence("{name} is empty.", name="{0}.jpg") == "{0}.jpg is empty."
    assert str(FourfoldError("a name with {braces}")) == "a name with {braces}"


def test_an_error_has_its_sentence() -> None:
    error = BadWeights("{name} is damaged.", name="a.pth")
    assert (str(error), error.sentence.template) == ("a.pth is damaged.", "{name} is damaged.")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.sentence.values) == ("a.pth is damaged.", {"name": "a.pth"})


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.ENOTDIR, "Not a directory"), "Not a directory"),
        (OSError("broken data stream"), "broken data stream"),
    ],
)
def test_why_is_said_in_our_words_or_the_systems(error: OSError, said: str) -> None:
    assert why(error) == said


def test_what_is_hidden_in_values_is_shown_and_a_sentence_is_one_line() -> None:
    inner = Sentence("({name})", name="\x1b[31m")
    sentence = Sentence("{name} {inner} {count:.1f}.", name="a\n\u202eb\udce9", inner=inner, count=1)
    assert sentence == r"a\n\u202eb\xe9 (\x1b[31m) 1.0."
    assert sentence.values["name"] == r"a\n\u202eb\xe9"
    assert str(FourfoldError("put together before: \x1b\n")) == r"put together before: \x1b\n"
