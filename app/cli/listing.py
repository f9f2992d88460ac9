"""``fourfold models`` and ``fourfold devices``."""

from __future__ import annotations

import argparse
import shlex

from engine.models import catalog
from engine.texts import shown, to_json


def models(arguments: argparse.Namespace) -> int:
    """List the models, or add or remove one of the person's own."""
    if arguments.action == "add":
        from engine.models.loading import import_model

        entry = import_model(arguments.file, arguments.name)
        print(f"{shown(entry.id)} is ready: fourfold upscale PHOTO --model {shlex.quote(shown(entry.id))}")
    elif arguments.action == "remove":
        catalog.remove(arguments.name).unlink()
        print(f"{shown(arguments.name)} is gone.")
    elif arguments.json:
        print(to_json([_described(entry) for entry in catalog.entries()], indent=1))
    else:
        for entry in catalog.entries():
            print(shown(f"{entry.id:16} {entry.title:24} {_summary(entry)}".rstrip()))
    return 0


def devices(arguments: argparse.Namespace) -> int:
    """List what can compute, the preferred one first, and say why it is."""
    from engine.compute.devices import Precision, devices, dtype_for, reason
    from engine.compute.trials import is_left_alone

    found = devices()
    if arguments.json:
        print(to_json([_device(device, str(dtype_for(device, Precision.AUTO))) for device in found], indent=1))
        return 0
    left_alone = {device.id for device in found if is_left_alone(device)}
    for device in found:
        precision = str(dtype_for(device, Precision.AUTO)).removeprefix("torch.")
        memory = f"{device.free_memory / 1e9:.1f} of {device.memory / 1e9:.1f} GB free"
        left = ", left alone: it computed wrong or broke off" if device.id in left_alone else ""
        print(f"{device.id:8} {device.name}, {memory}, {precision}{left}")
    print(reason(left_alone))
    return 0


def _device(device: object, precision: str) -> dict[str, object]:
    return {**vars(device), "precision": precision.removeprefix("torch.")}


def _described(entry: catalog.Entry) -> dict[str, object]:
    card = entry.card
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": entry.origin,
        "file": str(entry.path) if entry.path else None,
        "scale": card.dimensions.scale if card else None,
        "scores": dict(card.scores) if card else None,
        "licence": card.licence if card else None,
        "sha256": card.sha256 if card else None,
        "created": card.created if card else None,
    }


def _summary(entry: catalog.Entry) -> str:
    if not entry.card:
        return str(entry.origin)
    scores = ", ".join(f"{name} {score:g}" for name, score in entry.card.scores.items())
    return f"{entry.origin}, x{entry.card.dimensions.scale}" + (f", {scores}" if scores else "")
