"""``fourfold study``: people judge methods blindly. The window shows the images; here a study is made, its copies are
merged and its result is told, and whoever has another way to show images can rate by their names.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import asdict
from pathlib import Path

from app.cli.running import DONE
from engine.sentences import Sentence
from engine.texts import shown, to_json
from trainer.commands.telling import telling
from trainer.errors import BadStudy
from trainer.events import ImagesMade, StudyMade
from trainer.listeners import print_json
from trainer.study.design import Mode, Study
from trainer.study.folder import StudyFolder
from trainer.study.merging import merge
from trainer.study.order import StudyOrder
from trainer.study.ratings import read_sheets
from trainer.study.session import Session, Stage
from trainer.study.trials import Choice, plan_trials

_ANSWERS: dict[Mode, dict[str, int]] = {
    Mode.RATINGS: {str(score): score for score in range(1, 6)},
    Mode.PAIRS: {"l": Choice.LEFT, "e": Choice.EQUAL, "r": Choice.RIGHT},
}
"""What a rater types."""
_KEYS = {Mode.RATINGS: "1 bad to 5 excellent", Mode.PAIRS: "l left, e equal, r right"}


def study(arguments: argparse.Namespace) -> int:
    """Do one of its actions. Raises BadStudy and what making raises."""
    work = {"new": telling(_new), "show": _show, "rate": _rate, "merge": _merge, "report": _report}
    return work[arguments.action](arguments)


def _new(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: many times faster beside other programs
    from trainer.study.making import make_study
    from trainer.train.distributed import device_named

    order = _order(arguments)
    made = make_study(arguments.study, order, device_named(arguments.device), _say_json if arguments.json else _say)
    if arguments.json:
        print_json(StudyMade(str(made.path)))
    else:
        print(_described(made.path, made.study()))
    return DONE


def _order(arguments: argparse.Namespace) -> StudyOrder:
    results = dict(arguments.results)
    if len(results) < len(arguments.results):
        raise BadStudy("Two results have one name.")
    return StudyOrder(
        photos=tuple(arguments.originals or arguments.photos),
        with_original=arguments.originals is not None,
        models=tuple(arguments.model),
        results=results,
        calibration=tuple(arguments.calibration or ()),
        side=arguments.crop or None,
        corners=dict(arguments.at),
        mode=Mode.PAIRS if arguments.pairs else Mode.RATINGS,
        retest=arguments.retest,
        seed=arguments.seed,
    )


def _say_json(done: int, total: int) -> None:
    print_json(ImagesMade(done, total))


def _say(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\rimage {done} of {total}", end="\033[K\r", file=sys.stderr, flush=True)


def _described(path: Path, study: Study) -> str:
    asked = "which of two is better" if study.mode is Mode.PAIRS else "a score from 1 to 5"
    methods = ", ".join(study.methods)
    trials = len(plan_trials(study, ""))
    photos = f"{len(study.photos)} photo{'s' * (len(study.photos) != 1)}"
    return shown(f"{path}: {photos} by {methods}; asks {asked}, {trials} times a rater.")


def _show(arguments: argparse.Namespace) -> int:
    folder = StudyFolder(arguments.study)
    study, sheets = folder.study(), read_sheets(folder)
    total = len(plan_trials(study, ""))
    if arguments.json:
        raters = [{**asdict(sheet.rater), "done": len(sheet.answers()), "total": total} for sheet in sheets]
        print(to_json({**asdict(study), "has_key": folder.key_file.is_file(), "raters": raters}, indent=1))
        return DONE
    print(_described(folder.path, study))
    if not folder.key_file.is_file():
        print("The key is not here.")
    for sheet in sheets:
        print(f"{sheet.rater.rater} ({sheet.rater.id}): {len(sheet.answers())} of {total} answers")
        if sheet.unreadable:
            print(f"  {sheet.unreadable} lines could not be read and are passed by.")
    return DONE


def _rate(arguments: argparse.Namespace) -> int:
    """Ask for answers on standard input until all is done, or it ends. What is answered is kept at once."""
    folder = StudyFolder(arguments.study)
    mode, session = folder.study().mode, Session.begin(folder, arguments.rater)
    show = _show_json if arguments.json else _show_names
    show(session, mode)
    while session.stage is not Stage.DONE and (line := sys.stdin.readline()):
        word = line.strip().lower()
        if word in ("q", "quit"):
            break
        if word in ("b", "back"):
            session.back()
        elif (answer := _ANSWERS[mode].get(word[:1])) is None or not session.answer(answer):
            _complain(session, mode)
        show(session, mode)
    return DONE


def _show_names(session: Session, mode: Mode) -> None:
    if (trial := session.trial) is None:
        print("All is rated. Thank you.", flush=True)
        return
    files = "   ".join(shown(str(path)) for path in session.pictures)
    asked = f"this is a {trial.expected}: type {trial.expected}" if trial.expected is not None else _KEYS[mode]
    print(f"{session.done + 1} of {session.total}: {files}   [{asked}; b back, q quit]", flush=True)


def _show_json(session: Session, mode: Mode) -> None:
    trial = session.trial
    facts = {"stage": session.stage, "done": session.done, "total": session.total}
    pictures = list(map(str, session.pictures))
    print(to_json({**facts, "pictures": pictures, "expected": trial.expected if trial else None}), flush=True)


def _complain(session: Session, mode: Mode) -> None:
    expected = session.trial.expected if session.trial else None
    keys = _KEYS[mode] if expected is None else str(expected)
    print(f"That is no answer here; type one of: {keys}.", file=sys.stderr, flush=True)


def _merge(arguments: argparse.Namespace) -> int:
    news = merge(StudyFolder(arguments.study), [StudyFolder(path) for path in arguments.copies])
    if arguments.json:
        print(to_json({"news": news}))
    else:
        print("\n".join(news or [Sentence("There is nothing new in the copies.")]))
    return DONE


def _report(arguments: argparse.Namespace) -> int:
    """Write the tables and the page, and print the tables or, as JSON, everything."""
    from trainer.evaluation.tables import table
    from trainer.study.result import conclusions, result_of
    from trainer.study.tables import tables_of, write_tables

    folder = StudyFolder(arguments.study)
    result = result_of(folder)
    to = arguments.out or folder.report
    files = [*write_tables(folder, result, to), to / "report.html"]
    from app.study.page import write_page  # after the tables: it needs what Qt needs of a system

    write_page(files[-1], shown(folder.path.resolve().name), folder.study(), result)
    if arguments.json:
        said = {"conclusions": conclusions(result), "files": list(map(str, files))}
        print(to_json({**asdict(result), **said}, indent=1))
        return DONE
    for each in tables_of(result):
        print(f"{each.title}\n{table(each.header, each.texts())}\n")
    print(*conclusions(result))
    print(shown(str(files[-1])))
    return DONE
