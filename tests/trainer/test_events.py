"""Events as lines of JSON: of today, of logs that were written before, and of other versions."""

import json
import math
from pathlib import Path

import pytest

from engine.sentences import Sentence
from trainer.event_lines import from_line, to_line
from trainer.events import (
    CheckpointSaved,
    Estimate,
    Events,
    ReadingPhotos,
    StepsTaken,
    TrainerEvent,
    TrainingFinished,
    TrainingStarted,
    TrainingTimed,
    TrainingWarning,
    Validated,
)
from trainer.listeners import log_to, read_log

OLD_LOG = """\
{"event": "checked", "text": "9 serve.", "sentences": {"text": {"template": "{n} serve.", "values": {"n": 9}}}}
{"event": "started", "recipe": "srresnet", "step": 0, "device": "cpu", "threads": 2}
{"event": "validation", "step": 0, "scores": {"psnr": 27}}
{"event": "step", "step": 9, "steps": 20, "seconds": 4, "left": 5, "learning_rate": 0.001, "losses": {"l1": 0.5}}
{"event": "of a newer version", "step": 3}
{"event": "saved", "step": 20, "path": "run/checkpoints/20.pt", "of a newer version": 1}
{"event": "validation", "step": 20
{"event": "finished", "step": 20, "weights": "run/weights/srresnet.safetensors", "scores": {}}
"""


@pytest.mark.parametrize(
    "event",
    [
        StepsTaken(3, 9, 2.5, 4.0, 1e-3, {"l1": 0.25}),
        Validated(3, {"psnr": 30.5}, "samples/step-3.png"),
        TrainingTimed(0.5, 9.0, "cpu", Estimate(1.5, 400), Estimate(5.0, 1300), Estimate(10.0, 2600)),
        TrainingWarning(Sentence("{a} is full.", a="The disk")),
    ],
)
def test_an_event_comes_back_from_its_line(event: TrainerEvent) -> None:
    again = from_line(to_line(event))
    assert again == event and type(again) is type(event)


def test_a_sentence_can_still_be_said_otherwise() -> None:
    again = from_line(to_line(TrainingWarning(Sentence("{a} is full.", a="The disk"))))
    assert isinstance(again, TrainingWarning) and isinstance(again.text, Sentence)
    assert (again.text.template, again.text.values) == ("{a} is full.", {"a": "The disk"})


def test_a_log_of_before_is_read_and_what_is_unknown_left_out(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(OLD_LOG)
    checked, *others = read_log(log)
    assert checked.to_json() == {"text": "9 serve."}
    assert others == [
        TrainingStarted("srresnet", device="cpu", threads=2),
        Validated(0, {"psnr": 27.0}),
        StepsTaken(9, 20, 4.0, 5.0, 0.001, {"l1": 0.5}),
        CheckpointSaved(20, "run/checkpoints/20.pt"),
        TrainingFinished(20, "run/weights/srresnet.safetensors", {}, "steps"),
    ]


def test_the_log_holds_the_keys_it_always_held_but_no_reading(tmp_path: Path) -> None:
    events = Events(log_to(tmp_path / "log.jsonl"))
    events.say(ReadingPhotos(1, 2))
    events.say(Validated(3, {"psnr": 30.5}, "samples/step-3.png"))
    facts = '"step": 3, "scores": {"psnr": 30.5}, "sample": "samples/step-3.png", "scheduled": true'
    line = f'{{"event": "validation", {facts}}}\n'
    assert (tmp_path / "log.jsonl").read_text() == line


@pytest.mark.parametrize("line", ["a library greets", "[1]", '{"no": "event"}', '{"event": []}', '{"event": "step"}'])
def test_another_line_is_no_event(line: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting value|no event|is missing"):
        from_line(line)


def test_a_line_is_strict_and_a_figure_that_is_none_comes_back_as_such(tmp_path: Path) -> None:
    line = to_line(StepsTaken(3, 9, 2.5, math.inf, 1e-3, {"l1": math.nan, "vgg": 0.5}))
    assert json.loads(line, parse_constant=pytest.fail)["losses"] == {"l1": None, "vgg": 0.5}
    again = from_line(to_line(StepsTaken(3, 9, 2.5, 4.0, 1e-3, {"l1": math.nan, "vgg": 0.5})))
    assert isinstance(again, StepsTaken) and math.isnan(again.losses["l1"]) and again.losses["vgg"] == 0.5


def test_a_name_that_is_not_utf8_is_ascii_in_a_line_and_comes_back() -> None:
    line = to_line(CheckpointSaved(3, "caf\udce9.checkpoint"))
    assert line.isascii() and from_line(line) == CheckpointSaved(3, "caf\udce9.checkpoint")
