"""The commands as a person or the window runs them: processes, pipes, signals."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from engine.models.weights import load_weights
from engine.texts import shown
from tests.trainer.conftest import ROOT, Run, command, events, made_photo, settings
from trainer.__main__ import main
from trainer.events import TrainingFinished
from trainer.listeners import read_log
from trainer.run_folder import RunFolder


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command("train", *arguments, "--json", "--device", "cpu"),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


def until(process: subprocess.Popen[str], kind: str) -> dict:
    """Read until an event of a kind."""
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == kind:
            return event
    raise AssertionError(process.stderr and process.stderr.read())


def test_closing_standard_input_saves_and_stops(tmp_path: Path, photos: Path) -> None:
    out = tmp_path / "run"
    what = ("--photos", photos, "--out", out, *settings("schedule.save_every=1000"))
    with started(*what, "--stop-with-stdin") as process:
        until(process, "step")
        assert process.stdin is not None
        process.stdin.close()
        stopped = until(process, "stopped")
        assert process.wait(60) == 0
    assert (out / f"checkpoints/step-{stopped['step']:08d}.checkpoint").is_file()
    load_weights(out / "weights/srresnet.safetensors")


@pytest.mark.parametrize("stdin", [subprocess.DEVNULL, subprocess.PIPE])
def test_without_being_asked_the_end_of_standard_input_stops_nothing(
    tmp_path: Path, photos: Path, run: Run, stdin: int
) -> None:
    """As from cron, nohup or a pipe."""
    where = {"stdin": stdin} if stdin == subprocess.DEVNULL else {"input": ""}
    arguments = ("--photos", photos, "--out", tmp_path / "run", *settings("schedule.steps=60"))
    done = run("train", *arguments, "--device", "cpu", "--json", **where)
    assert done.returncode == 0 and events(done.stdout, "finished")[0]["step"] == 60, done.stderr


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--minutes", "nan"), "more than 0 minutes"),
        (("--minutes", "-1"), "more than 0 minutes"),
        (("--minutes", "inf"), "more than 0 minutes"),
        (("--threads", "0"), "from 1 to 1024"),
        (("--threads", "1000000"), "from 1 to 1024"),
        (("--seed", "-1"), "whole number from 0"),
        (("--seed", "99999999999999999999"), "whole number from 0"),
    ],
)
def test_numbers_are_checked_before_anything_is_done(
    tmp_path: Path, words: tuple[str, str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["train", "--photos", str(tmp_path), "--out", str(tmp_path / "run"), *words])
    assert part in capsys.readouterr().err and not (tmp_path / "run").exists()


def test_a_start_that_failed_leaves_no_run_folder(tmp_path: Path, photos: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    left = tmp_path / "there" / "leave-out.txt"
    left.parent.mkdir()
    left.write_text("x.png")
    bad = [("--photos", tmp_path / "empty"), ("--photos", photos, "--valid", tmp_path / "empty")]
    for out in (tmp_path / "run", left.parent):
        for arguments in bad:
            done = run("train", *arguments, "--out", out, "--device", "cpu", *settings())
            assert done.returncode == 1 and "There are no photos" in done.stderr
    assert not (tmp_path / "run").exists() and [*left.parent.iterdir()] == [left]
    done = run("train", "--photos", photos, "--out", left.parent, "--device", "cpu", *settings("schedule.steps=1"))
    assert done.returncode == 0, done.stderr


def test_what_lies_in_a_folder_is_neither_written_over_nor_removed(tmp_path: Path, photos: Path, run: Run) -> None:
    (tmp_path / "mine" / "weights").mkdir(parents=True)
    (tmp_path / "mine" / "recipe.toml").write_text("mine")
    done = run("train", "--photos", photos, "--out", tmp_path / "mine", *settings())
    assert done.returncode == 1 and "holds recipe.toml, weights already" in done.stderr
    assert (tmp_path / "mine" / "recipe.toml").read_text() == "mine" and (tmp_path / "mine" / "weights").is_dir()


def test_what_is_ignored_is_said(tmp_path: Path, photos: Path, run: Run) -> None:
    out = tmp_path / "run"
    arguments = ("--photos", photos, "--out", out, "--device", "cpu", *settings("schedule.steps=2"))
    done = run("train", *arguments, "--replay", photos, "--json")
    assert "--replay are not used" in events(done.stdout, "warning")[0]["text"]
    done = run("train", "--resume", out, "--from", "srgan", "--seed", 3, "--recipe", "srgan", "--out", out, "--json")
    assert done.returncode == 0, done.stderr
    said = [each["text"] for each in events(done.stdout, "warning")]
    assert said[0] == "Ignored in going on with a training: --out, --recipe, --from, --seed."
    done = run("train", *arguments, "--minutes", 3, "--time", "--json")
    assert "timing ten steps: --out, --minutes." in events(done.stdout, "warning")[0]["text"]
    done = run("features", "--url", "https://example.org/vgg19.pth")
    assert "Ignored, as nothing is downloaded: --url." in done.stderr


def test_a_killed_training_resumes(tmp_path: Path, photos: Path, run: Run) -> None:
    out = tmp_path / "run"
    with started("--photos", photos, "--out", out, *settings("schedule.steps=40")) as process:
        saved = until(process, "saved")
        process.send_signal(signal.SIGKILL)
    done = run("train", "--resume", out, "--json")
    assert done.returncode == 0, done.stderr
    assert events(done.stdout, "started")[0]["step"] >= saved["step"]
    assert events(done.stdout, "finished")[0]["step"] == 40
    whole = run("train", "--photos", photos, "--out", tmp_path / "whole", "--json", *settings("schedule.steps=40"))
    assert whole.returncode == 0
    ends = [load_weights(folder / "weights/srresnet.safetensors").card.sha256 for folder in (out, tmp_path / "whole")]
    assert ends[0] == ends[1]


def test_interrupting_saves_and_stops(tmp_path: Path, photos: Path) -> None:
    with started("--photos", photos, "--out", tmp_path / "run", *settings()) as process:
        until(process, "step")
        process.send_signal(signal.SIGINT)
        until(process, "stopped")
        assert process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_closing_its_terminal_saves_and_stops(tmp_path: Path, photos: Path) -> None:
    take = """import fcntl, os, signal, sys, termios
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # which is ignored where the tests run by nohup
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])"""
    out, (here, there) = tmp_path / "run", os.openpty()
    training = command("train", "--photos", photos, "--out", out, *settings("schedule.save_every=1000000"))
    with subprocess.Popen(
        [sys.executable, "-c", take, *training],
        cwd=ROOT,
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
    ) as process:
        os.close(there)
        said = b""
        while not re.search(rb"step [1-9]\d* of", said):
            said += os.read(here, 4096)
        os.close(here)
        try:
            assert process.wait(60) == 0
        finally:
            process.kill()
    assert list(out.glob("checkpoints/*.checkpoint"))
    load_weights(out / "weights/srresnet.safetensors")


def test_the_clock_ends_a_training(tmp_path: Path, photos: Path, run: Run) -> None:
    begun = time.monotonic()
    done = run("train", "--photos", photos, "--out", tmp_path / "run", "--minutes", "0.05", "--json", *settings())
    assert done.returncode == 0 and time.monotonic() - begun < 60
    step = events(done.stdout, "step")[-1]
    assert step["seconds"] <= 4 and step["left"] <= 3
    assert events(done.stdout, "finished")[0]["step"] > 3


def test_errors_are_one_sentence(tmp_path: Path, photos: Path, run: Run) -> None:
    for arguments, part in [
        (("train",), "needs --photos and --out"),
        (("train", "--photos", tmp_path / "nowhere", "--out", tmp_path / "a"), "There is no folder"),
        (("train", "--photos", photos, "--out", tmp_path / "b", "--recipe", "esrgan"), "There is no recipe esrgan"),
        (("train", "--photos", photos, "--out", tmp_path / "c", "--set", "data.batch=no"), "data.batch cannot be"),
        (("train", "--resume", tmp_path / "nowhere"), "holds no training"),
        (("evaluate", "--data", photos), "Say what to evaluate"),
        (("evaluate", "--data", photos, "--model", "nothing"), "nothing"),
        (("train-report", tmp_path / "nowhere"), "holds no training"),
    ]:
        done = run(*arguments)
        assert done.returncode == 1 and part in done.stderr and "Traceback" not in done.stderr, done.stderr
        assert done.stderr.strip().count("\n") == 0


def test_the_report_shows_curves_and_the_photo(tmp_path: Path, photos: Path, run: Run) -> None:
    out = tmp_path / "run"
    what = settings("schedule.steps=20", "data.held_out=0.3", "adversary.width=8")
    done = run("train", "--photos", photos, "--out", out, "--recipe", "srgan-mse", *what)
    assert done.returncode == 0, done.stderr
    assert run("train-report", out).stdout.strip() == str(out / "report.html")
    page = (out / "report.html").read_text()
    assert "validation: psnr" in page and "Finished at step 20" in page and "kind = &quot;paper&quot;" in page
    with Image.open(out / "evolution.png") as sheet:  # bicubic and four validations, below the original
        assert sheet.size == (5 * 96 + 4 * 4, 2 * (20 + 80) + 4)
        assert f"width='{sheet.width}' height='{sheet.height}' src='data:image/png" in page, "at 100 %"
        crop, original = sheet.crop((0, 124, 96, 204)), Image.open(out / "samples" / "reference.png")
        assert crop.tobytes() == original.tobytes()
    with (out / "log.jsonl").open("a") as log:
        log.write('{"event": "st')  # as a crash leaves it
    assert isinstance(read_log(out / "log.jsonl")[-1], TrainingFinished)
    assert run("train-report", out).returncode == 0


def torchrun(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run with two processes."""
    start = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [*start, *map(str, arguments)], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )


def test_two_processes_train_one_model(tmp_path: Path, photos: Path) -> None:
    out = tmp_path / "run"
    what = ("train", "--photos", photos, "--out", out, "--json", *settings("schedule.steps=6"))
    done = torchrun("-m", "trainer", *what, "--store", tmp_path / "store")  # filled by the first, read by both
    assert done.returncode == 0, done.stderr
    assert len([*(tmp_path / "store").glob("*/*.index.npz")]) == 1
    assert events(done.stdout, "started")[0]["processes"] == 2
    assert len(events(done.stdout, "finished")) == 1
    load_weights(out / "weights/srresnet.safetensors")


def test_two_processes_agree(tmp_path: Path) -> None:
    script = tmp_path / "agree.py"
    script.write_text(
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "import torch\n"
        "from trainer.train.distributed import world\n"
        "with world() as joined:\n"
        "    weight = torch.nn.Parameter(torch.full((3,), float(joined.rank)))\n"
        "    weight.grad = torch.full((3,), 2.0 * joined.rank)\n"
        "    joined.average_gradients([weight])\n"
        "    joined.broadcast_(weight.data)\n"
        "    assert weight.grad.tolist() == [1.0] * 3 and weight.tolist() == [0.0] * 3\n"
        "    assert joined.all_reduce_sum(torch.tensor(3.0)) == 6\n"
        "    assert joined.agreed(joined.rank + 5) == 5\n"
        "    assert joined.means([joined.rank, 2.0]) == [0.5, 2.0]\n"
        "    torch.optim.Adam([weight]).step()\n"
        "threads = [each.read_text().strip() for each in Path('/proc/self/task').glob('*/comm')]\n"
        "assert not any('gloo' in name for name in threads), threads\n"  # such a one may abort the process at exit
    )
    done = torchrun(script, ROOT)
    assert done.returncode == 0, done.stderr


def test_evaluation_scores_models_mixes_and_ready_results(tmp_path: Path, photos: Path, run: Run) -> None:
    for seed in range(2):
        out = tmp_path / f"run{seed}"
        done = run("train", "--photos", photos, "--out", out, "--seed", seed, *settings("schedule.steps=1"))
        assert done.returncode == 0, done.stderr
    first, second = (tmp_path / f"run{seed}/weights/srresnet.safetensors" for seed in range(2))
    results = tmp_path / "results"
    results.mkdir()
    for seed in range(6):
        made_photo(seed).save(results / f"{seed}_other.png")
    models = ("bicubic", first, f"{first}+0.5*{second}")
    scores = ("--data", photos, "--model", *models, "--results", f"perfect={results}")
    done = run("evaluate", *scores, "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    means = {each["method"]: each for each in document["means"]}
    assert [*means] == ["bicubic", "srresnet", f"{first}+0.5*{second}", "perfect"]
    assert means["perfect"]["PSNR-Y"] == 100 and means["perfect"]["SSIM"] == pytest.approx(1)
    assert len(document["photos"]) == 24 and "BT.601" in document["protocol"]
    table = run("evaluate", *scores)
    assert table.returncode == 0 and "| perfect " in table.stdout and "BT.601" in table.stdout
    (results / "3_other.png").unlink()
    assert "no result for 3" in run("evaluate", *scores).stderr


def test_evaluation_on_damaged_photos_has_a_column_a_damage(photos: Path, run: Run) -> None:
    done = run("evaluate", "--data", photos, "--model", "bicubic", "nearest", "--damage")
    assert done.returncode == 0, done.stderr
    header, rows = (re.search(rf"^\| {name} .*$", done.stdout, re.M) for name in ("photos: PSNR-Y", "bicubic"))
    assert header and rows and "Damage is done to the LR" in done.stdout
    columns, figures = ([cell.strip() for cell in line[0].strip("|").split("|")] for line in (header, rows))
    psnr = dict(zip(columns[1:], map(float, figures[1:]), strict=True))
    assert [*psnr] == ["none", "JPEG 75", "JPEG 50", "noise 5", "noise 10", "blur 1.2", "mixed"]
    assert psnr["none"] > psnr["JPEG 75"] > psnr["JPEG 50"] and psnr["noise 5"] > psnr["noise 10"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no pipes among files")
def test_what_is_passed_by_in_each_folder_is_said(tmp_path: Path, photos: Path, run: Run) -> None:
    os.mkfifo(photos / "pipe.jpg")
    passed = f"Passed by: 1. {photos / 'pipe.jpg'} is a pipe, not a photo."
    folders = ("--photos", photos, "--valid", photos, "--replay", photos)
    done = run(
        "train", *folders, "--out", tmp_path / "run", "--json", *settings("schedule.steps=1", "data.replay_share=0.5")
    )
    assert [event["text"] for event in events(done.stdout, "warning")] == [passed] * 3, done.stderr
    for arguments in (
        ("evaluate", "--data", photos, "--model", "bicubic"),
        ("train", *folders[:2], "--out", tmp_path / "other", *settings("schedule.steps=1")),
    ):
        done = run(*arguments)
        assert done.returncode == 0 and passed in done.stderr, done.stderr
    assert "6 of 6 photos serve" in done.stderr


def test_a_broken_photo_ends_an_evaluation_in_a_sentence(photos: Path, run: Run) -> None:
    """Whatever its decoder raises, as Pillow does for so many pixels."""
    Image.new("1", (20_000, 20_000)).save(photos / "6.png")
    done = run("evaluate", "--data", photos, "--model", "bicubic")
    assert done.returncode == 1 and done.stderr.startswith(f"{photos / '6.png'} cannot be read as a picture: "), (
        done.stderr
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_that_are_not_utf8_pass_from_the_photos_to_the_report(tmp_path: Path, photos: Path, run: Run) -> None:
    """Folders and files, also one with a line of its own; every JSON line is ASCII and strict."""
    folder = tmp_path / os.fsdecode(b"caf\xe9 \x1b")
    photos.rename(folder)
    for number, name in enumerate((b"lat\xe9in.png", b"two\nlines.png", b" left \xe9\n.png")):
        (folder / f"{number}.png").rename(folder / os.fsdecode(name))
    left_out = tmp_path / "left"
    left_out.write_bytes(b" left \xe9\n.png\0")
    out = tmp_path / "a[" / os.fsdecode(b"b]\xe9")  # which rich would take for the end of a style
    arguments = ("--photos", folder, "--leave-out", left_out, "--out", out, "--device", "cpu")
    done = run("train", *arguments, "--json", *settings("schedule.steps=6", "data.held_out=0.3"))
    assert done.returncode == 0, done.stderr
    manifest = RunFolder(out).manifest()
    assert manifest is not None
    used = {photo.path for photo in manifest.training + manifest.held_out}
    assert used == {os.fsdecode(b"lat\xe9in.png"), "two\nlines.png", "3.png", "4.png", "5.png"}
    assert RunFolder(out).order().photos == folder
    finished = events(done.stdout, "finished")[0]
    card = load_weights(Path(finished["weights"])).card
    assert r"from caf\xe9 " in card.data
    resumed = run("train", "--resume", out, "--set", "schedule.steps=8", "--device", "cpu")
    assert resumed.returncode == 0 and r"a[/b]\xe9" in resumed.stderr.replace("\n", "")
    assert isinstance(read_log(out / "log.jsonl")[-1], TrainingFinished)
    reported = run("train-report", out)
    assert reported.returncode == 0 and reported.stdout.strip() == shown(str(out / "report.html"))
    for line in (*done.stdout.splitlines(), *(out / "log.jsonl").read_text("ascii").splitlines()):
        json.loads(line, parse_constant=pytest.fail)
    scored = run("evaluate", "--data", folder, "--model", "bicubic")
    assert scored.returncode == 0 and r"lat\xe9in" in scored.stdout and r"two\nlines" in scored.stdout, scored.stderr
