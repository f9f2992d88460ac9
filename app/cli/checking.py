"""``fourfold verify`` and ``fourfold bench``."""

from __future__ import annotations

import argparse

from app.cli.running import DONE, SOME_FAILED
from engine.texts import to_json


def verify(arguments: argparse.Namespace) -> int:
    """Check this computer; exit code 1 where a check fails."""
    from engine.checks.verification import verify as checks
    from engine.compute.devices import Precision, find

    device = find(arguments.device)
    failures = 0
    for check in checks(device, Precision(arguments.precision)):
        failures += not check.passed
        if arguments.json:
            print(to_json(vars(check)), flush=True)
        else:
            print(f"{'ok  ' if check.passed else 'FAIL'}  {check.name}: {check.sentence}", flush=True)
    return SOME_FAILED if failures else DONE


def bench(arguments: argparse.Namespace) -> int:
    """Measure the speed of upscaling, or of training, and print ratios to the baseline."""
    if arguments.training:
        return _bench_training(arguments)
    return _bench_window(arguments) if arguments.window else _bench_upscaling(arguments)


def _bench_upscaling(arguments: argparse.Namespace) -> int:
    from engine.checks.benchmark import bench as measure
    from engine.compute.devices import Precision, find

    precision = Precision(arguments.precision)
    asked = None if precision is Precision.AUTO else precision
    report = measure(find(arguments.device), asked, quick=arguments.quick, against=arguments.against)
    if arguments.json:
        print(to_json(report.to_dict(), indent=1))
        return DONE
    print(f"{report.device}, {report.threads} threads, torch {report.torch}")
    print(f"{'work':22} {'way':28} {'ratio':>6} {'MP/s':>8} {'of peak':>8} {'PSNR':>8} {'memory':>9} {'seconds':>8}")
    for figure in report.figures:
        psnr = "" if figure.psnr is None else f"{figure.psnr:.0f} dB"
        of_peak = "" if figure.peak_share is None else f"{figure.peak_share:.0%}"
        print(
            f"{figure.work:22} {figure.way:28} {figure.ratio:6.2f} {figure.speed:8.4f} {of_peak:>8} "
            f"{psnr:>8} {figure.memory / 1e6:6.0f} MB {figure.seconds:8.2f}"
        )
    for name, share in report.files.items():
        print(f"reading and writing {name}: {share:.1%} of the time that upscaling takes")
    for work, ratios in report.against.items():
        for way, ratio in ratios.items():
            print(f"{work}: Fourfold is {ratio:.2f} times as fast as {way} on our graph")
    for way, share in report.of_tile.items():
        print(f"{way} computes a whole photo, its rim included, at {share:.0%} of the rate of tiles")
    print(*report.notes, sep="\n")
    return DONE


def _bench_window(arguments: argparse.Namespace) -> int:
    from app.window.shell.bench import measure, measure_here

    quickness = measure() if arguments.begun is None else measure_here(arguments.begun)
    if arguments.json:
        print(to_json(vars(quickness)))
        return DONE
    print(f"From the start of the program to the visible window: {quickness.start:.2f} s")
    print(f"From the drop of a 12-megapixel JPEG to its bicubic picture: {quickness.drop:.2f} s")
    print(f"95 % of the frames while panning with tiles arriving: under {1000 * quickness.frame:.1f} ms")
    print(f"The longest the window did not answer while a photo was saved: {1000 * quickness.stall:.0f} ms")
    print(f"Memory of the whole program afterwards: {quickness.memory / 1e6:.0f} MB")
    return DONE


def _bench_training(arguments: argparse.Namespace) -> int:
    from trainer.tools.bench import bench_training

    speed = bench_training(arguments.device or "auto", compiled=not arguments.quick)
    if arguments.json:
        print(to_json({**vars(speed), "ratios": speed.ratios}))
        return DONE
    print(f"{speed.device}\n{'way':28} {'ratio':>6} {'steps/s':>8}")
    for way, ratio in speed.ratios.items():
        print(f"{way:28} {ratio:6.2f} {speed.rates[way]:8.2f}")
    return DONE
