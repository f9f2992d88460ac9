"""Cards that torch does not know give the CPU's pixels, or the CPU gives them itself and a person hears of it.

What needs a driver of Vulkan runs on Mesa's lavapipe, which is the CPU, as OpenVINO's own CPU; faults are played by a
child of the tests' own.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import psutil
import pytest
import torch
from PIL import Image

from app import built
from app.system_libraries import is_there
from engine.compute import devices, trials
from engine.compute.cards import CHILD, choice, listing, process
from engine.compute.cards.conversion import converted
from engine.compute.cards.listing import Card
from engine.compute.cards.network import CardNetwork
from engine.compute.cards.wire import LIST
from engine.compute.devices import Device, Precision, cpu
from engine.compute.fidelity import psnr
from engine.compute.runner import ModelRunner
from engine.errors import DeviceError
from engine.files.naming import Naming
from engine.jobs.method import Method, RunnerCache
from engine.jobs.saving import Begun, SaveOrder
from engine.jobs.upscaler import Progress, Saved, save_photo
from engine.models import catalog
from engine.models.dimensions import Dimensions
from engine.models.loading import Model, load_model
from engine.models.weights import Weights, save_weights
from tests.conftest import ROOT
from tests.engine.making import as_rows, joined, model, noise

SMALL = Dimensions(blocks=1, width=4)
PLANES = noise(2, 3, 37, 29, dtype=torch.float32) * 0.5 + 0.25
"""Neither side is a multiple of four: ncnn's rows of memory are not ours."""
LEAST_PSNR = {
    ("vulkan", "float32"): 120.0,
    ("vulkan", "float16"): 65.0,
    ("openvino", "float32"): 120.0,
    ("openvino", "float16"): 50.0,
}
"""In dB from the CPU's float32; measured are 136 and more, 75 and more. OpenVINO's 16 bits are bfloat16 on a CPU."""
PRETENDED = Card("vulkan", 0, "Pretended", "ncnn 1, driver 1", 2**33, software=False)
CARD = Device("vulkan:0", "Pretended (Vulkan)", 2**33, 2**33)


def of_kind(kind: str) -> list[Card]:
    return [card for card in listing.cards() if card.kind == kind]


needs_driver = pytest.mark.skipif(
    not (find_spec("ncnn") and (is_there("libvulkan_lvp.so") or of_kind("vulkan"))),  # it must be found, or it fails
    reason="needs ncnn and a driver of Vulkan: libvulkan1 mesa-vulkan-drivers",
)
needs_openvino = pytest.mark.skipif(not find_spec("openvino"), reason="needs OpenVINO: pip install fourfold[openvino]")
on_each = pytest.mark.parametrize(
    "kind", [pytest.param("vulkan", marks=needs_driver), pytest.param("openvino", marks=needs_openvino)]
)


@pytest.fixture(autouse=True)
def _nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "memory_file", lambda: tmp_path / "cache/trials.json")
    monkeypatch.setattr(trials, "_left_alone", set())


@pytest.fixture
def asked_again() -> Iterator[None]:
    """Cards are looked for anew, within the test and after it."""
    for known in (listing.cards, listing._begun):
        known.cache_clear()
    yield
    for known in (listing.cards, listing._begun):
        known.cache_clear()


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A card that enlarges like ``nearest``, until its fault shows; trials pass unless they are to be ``held``."""

    def play(fault: str, good: int = 0, *, held: bool = False) -> None:
        words = [sys.executable, "-m", "tests.engine.compute.pretended_card", fault, str(good)]
        monkeypatch.setattr(process, "command", lambda: words)
        monkeypatch.setattr(devices, "card", lambda _: PRETENDED)
        monkeypatch.setattr(devices, "cards", lambda: (PRETENDED,))
        monkeypatch.setattr(devices, "_card_names", dict)
        if not held:
            monkeypatch.setattr("engine.compute.cards.proof.passes", lambda *_: True)

    return play


def on_cpu(made: Model, planes: torch.Tensor = PLANES) -> torch.Tensor:
    return joined(ModelRunner(made, cpu(), Precision.FLOAT32).apply(as_rows(planes, [6])))


def enlarged(planes: torch.Tensor) -> torch.Tensor:
    return planes.repeat_interleave(4, 2).repeat_interleave(4, 3)


def children() -> list[psutil.Process]:
    return psutil.Process().children()


# What there is


@on_each
def test_cards_are_listed_with_their_memory_and_software_comes_last(kind: str) -> None:
    listed = devices.devices()
    card = next(device for device in listed if device.kind == kind)
    assert card.name.endswith(f" ({listing.CARD_KINDS[kind]})") and card.memory > 2**27 and card.torch_id == "cpu"
    assert devices.find(kind) == devices.find(card.id) == devices.find(card.name) == card
    software = {each.id for each in listing.cards() if each.software}
    assert {device.id for device in listed[[device.is_cpu for device in listed].index(True) + 1 :]} == software
    assert devices.find_id("auto") not in software


@pytest.mark.usefixtures("asked_again")
def test_without_a_driver_there_is_no_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("VK_ICD_FILENAMES", "VK_DRIVER_FILES"):
        monkeypatch.setenv(name, str(tmp_path / "none.json"))
    assert not of_kind("vulkan") and devices.find().kind != "vulkan"
    with pytest.raises(DeviceError, match="no device called vulkan"):
        devices.find("vulkan")


@pytest.mark.usefixtures("asked_again")
@pytest.mark.parametrize("code", ["import os; os.abort()", "print('{\"index\": 0')", "print('[1]')"])
def test_a_driver_that_fails_is_no_card(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(listing, "find_spec", lambda _: True)
    monkeypatch.setattr(listing, "_has_loader", lambda: True)
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", code])
    assert listing.cards() == ()


@pytest.mark.usefixtures("asked_again")
def test_a_driver_that_does_not_answer_is_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "find_spec", lambda _: True)
    monkeypatch.setattr(listing, "_has_loader", lambda: True)
    monkeypatch.setattr(process, "LISTING_PATIENCE", 0.1)
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    assert listing.cards() == () and not children()


@pytest.mark.usefixtures("asked_again")
@pytest.mark.parametrize("lacking", ["find_spec", "_has_loader"])
def test_without_runtimes_or_vulkan_no_process_looks_for_cards(monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    monkeypatch.setattr(listing, "find_spec", lambda package: package == "ncnn")
    monkeypatch.setattr(listing, lacking, lambda *_: None)
    monkeypatch.setattr(listing, "Listing", lambda _: pytest.fail("a process was begun"))
    assert listing.cards() == ()


def test_graphics_go_before_the_cpu_and_software_never(monkeypatch: pytest.MonkeyPatch) -> None:
    software = replace(PRETENDED, index=1, name="llvmpipe", software=True)
    monkeypatch.setattr(devices, "_card_names", dict)
    monkeypatch.setattr(devices, "cards", lambda: (software, PRETENDED))
    assert devices.find_id() == "vulkan:0" and devices.find_id("llvm") == "vulkan:1"
    assert "Pretended (Vulkan) is used for models with which it is quicker" in devices.reason()
    assert devices.find_id("auto", devices.TORCH_KINDS) == "cpu"
    monkeypatch.setattr(devices, "cards", lambda: (software,))
    assert devices.find_id() == "cpu"
    monkeypatch.setattr(devices, "cards", lambda: pytest.fail("nobody asked for these"))
    assert devices.find_id("cpu") == "cpu"


# Exactness


@on_each
@pytest.mark.parametrize(
    ("dimensions", "precision"),
    [(SMALL, "float32"), (SMALL, "float16"), (Dimensions(2, blocks=1, width=6, skip=False), "float32")],
    ids=str,
)
def test_results_are_the_cpus_in_tiles_and_whole(kind: str, dimensions: Dimensions, precision: str) -> None:
    made, least = model(dimensions), LEAST_PSNR[kind, precision]
    runner = ModelRunner(made, devices.find(kind), Precision(precision), tile=16)
    result = joined(runner.apply(as_rows(PLANES, [6])))
    assert (runner.device.kind, str(runner.dtype), runner.remarks) == (kind, f"torch.{precision}", ())
    assert psnr(result, on_cpu(made)) > least
    tiles = joined(runner.upscaled(as_rows(PLANES, [6])))
    assert psnr(tiles, runner.run(PLANES)) > least


@on_each
def test_a_mix_of_our_models_is_the_cpus(kind: str) -> None:
    mix = load_model(catalog.CLEAN.textured, 0.5)
    tile = trials.trial_tile()[..., :16, :18]
    network = CardNetwork(mix.network, devices.find(kind), torch.float16)
    assert psnr(network(tile), mix.network(tile)) > LEAST_PSNR[kind, "float16"]


@needs_driver
def test_its_process_serves_two_readers_outlives_stops_and_ends_with_its_runner() -> None:
    """A preview runs while tiles of a photo are on their way; a Ctrl-C is for us."""
    made, other = model(SMALL), PLANES[:, :, 5:25, 3:20]
    runner = ModelRunner(made, devices.find("vulkan"), Precision.FLOAT32, tile=8)
    photo = runner.apply(as_rows(PLANES, [6]))
    begun = [next(photo.bands) for _ in range(6)]  # four tiles a strip, of which one is on its way at nearly any time
    (child,) = children()
    for number in (signal.SIGINT, signal.SIGTERM):
        child.send_signal(number)
    assert psnr(runner.run(other), made.network(other)) > LEAST_PSNR["vulkan", "float32"]
    assert psnr(torch.cat([*begun, *photo.bands], 2), on_cpu(made)) > LEAST_PSNR["vulkan", "float32"]
    assert children() == [child]
    del runner, photo
    gc.collect()
    assert not child.is_running()


def test_the_last_bias_is_centred_and_nothing_of_it_is_lost() -> None:
    network = model(SMALL).network
    network.last.bias.fill_(0.7001)
    assert converted(network, torch.float16).offset.flatten().tolist() == pytest.approx([0.5, 0.5, 0.5], abs=1e-3)
    wanted = network.last.bias.double()
    stored = (network.last.bias - 0.5).bfloat16().half().double()
    assert converted(network, torch.float16).offset.flatten().double() + stored == pytest.approx(wanted, abs=1e-7)


# Faults


@pytest.fixture
def order(tmp_path: Path) -> SaveOrder:
    """A photo, and a model of a person's own, whose name is a file."""
    made = model(SMALL)
    card = replace(catalog.find(catalog.CLEAN.faithful).card, dimensions=SMALL, name="own")
    save_weights(tmp_path / "own.safetensors", Weights(card, made.network.state_dict()))
    pixels = (noise(90, 60, 3).numpy() * 100 + 80).astype(np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    method = Method(str(tmp_path / "own.safetensors"), device="vulkan", precision=Precision.FLOAT32, tile=32)
    return SaveOrder(tmp_path / "photo.png", method, naming=Naming(file=tmp_path / "result.png"))


def saved(order: SaveOrder, cache: RunnerCache, harm: Callable[[psutil.Process], None]) -> Saved:
    """The photo saved, its child harmed when a row of the result is there."""
    steps = save_photo(order, cache)
    while True:
        try:
            report = next(steps)
        except StopIteration as stop:
            ended: Saved = stop.value
            return ended
        if isinstance(report, Progress) and 0 < report.done < report.total:
            for child in children():
                harm(child)


@needs_driver
@pytest.mark.parametrize("harm", [psutil.Process.kill, psutil.Process.suspend], ids=["killed", "held up"])
def test_a_child_that_is_lost_in_the_middle_harms_no_photo(
    order: SaveOrder, monkeypatch: pytest.MonkeyPatch, harm: Callable[[psutil.Process], None]
) -> None:
    def harmed(child: psutil.Process) -> None:
        monkeypatch.setattr(process, "PATIENCE", 0.5)
        harm(child)

    ended = saved(order, RunnerCache(), harmed)
    assert [remark.split(")")[-1] for remark in ended.remarks] == [
        " broke off, so the CPU is used from here on; a newer driver may help."
    ]
    reference = replace(
        order, method=replace(order.method, device="cpu"), naming=Naming(file=ended.target.with_name("cpu.png"))
    )
    wanted = saved(reference, RunnerCache(), pytest.fail)
    pictures = [np.asarray(Image.open(each.target)).astype(int) for each in (ended, wanted)]
    assert np.abs(pictures[0] - pictures[1]).max() <= 1 and not children()
    begun = next(save_photo(replace(order, naming=Naming(file=ended.target.with_name("next.png"))), RunnerCache()))
    assert isinstance(begun, Begun) and "until it has another driver" in begun.remarks[0] and not children()


def test_a_black_tile_is_computed_again_and_the_card_left_alone(pretend: Callable[..., None]) -> None:
    pretend("black", good=1)
    made = model(SMALL)
    runner = ModelRunner(made, CARD, Precision.FLOAT32, tile=16)
    result = joined(runner.upscaled(as_rows(PLANES, [6])))
    assert runner.device.is_cpu and runner.remarks == (
        "Pretended (Vulkan) computes wrong, so the CPU is used; a newer driver may help.",
    )
    torch.testing.assert_close(result, made.network(PLANES), rtol=0, atol=1e-5)
    assert trials.is_left_alone(CARD) and not children()


def test_a_card_that_computes_wrong_is_found_out_before_the_first_photo(pretend: Callable[..., None]) -> None:
    pretend("", held=True)
    made = replace(model(SMALL), sha256="5ba")
    runners = [ModelRunner(made, CARD) for _ in range(2)]
    assert all(runner.device.is_cpu for runner in runners)
    assert "computes wrong" in runners[0].remarks[0] and "until it has another driver" in runners[1].remarks[0]


def test_another_driver_makes_up_for_it(pretend: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    pretend("")
    trials.leave_alone(CARD)
    monkeypatch.setattr(trials, "_left_alone", set())
    assert ModelRunner(model(SMALL), CARD).device.is_cpu
    monkeypatch.setattr(devices, "card", lambda _: replace(PRETENDED, driver="ncnn 1, driver 2"))
    assert ModelRunner(model(SMALL), CARD).device == CARD


@pytest.mark.parametrize("ensemble", [False, True])
def test_what_does_not_fit_goes_in_smaller_tiles(pretend: Callable[..., None], ensemble: bool) -> None:
    pretend("scarce")
    planes = noise(1, 3, 40, 100, dtype=torch.float32)
    runner = ModelRunner(replace(model(SMALL), halo=2), CARD, Precision.FLOAT32, tile=64, ensemble=ensemble)
    torch.testing.assert_close(joined(runner.upscaled(as_rows(planes, [7]))), enlarged(planes))
    assert (runner.tile, runner.device) == (32, CARD)


def test_networks_of_other_programs_go_to_the_cpu_and_that_is_said() -> None:
    foreign = Model("anime", 4, 8, torch.nn.Upsample(scale_factor=4), sha256="c0de")
    runner = ModelRunner(foreign, CARD)
    assert runner.device.is_cpu and runner.remarks == (
        "anime is a network of another program, which Pretended (Vulkan) cannot compute, so the CPU is used.",
    )
    resampling = ModelRunner(load_model(catalog.BICUBIC), CARD)
    assert resampling.device.is_cpu and resampling.remarks == ()


# The choice


@pytest.mark.parametrize(("seconds", "kind"), [([1.0, 2.0], "vulkan"), ([2.0, 1.0], "cpu")])
def test_a_person_who_chose_nothing_gets_the_quicker_one_and_waits_for_that_once(
    pretend: Callable[..., None], monkeypatch: pytest.MonkeyPatch, seconds: list[float], kind: str
) -> None:
    pretend("")
    monkeypatch.setattr(choice, "_seconds", lambda _: seconds.pop(0))
    made = model(SMALL)
    assert [choice.preferred(CARD, made, Precision.AUTO).kind for _ in range(2)] == [kind, kind]
    assert not seconds and choice.preferred(cpu(), made, Precision.AUTO).is_cpu
    trials.leave_alone(CARD)
    assert choice.preferred(CARD, made, Precision.AUTO).is_cpu


def test_of_several_the_quickest_is_taken(pretend: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    pretend("")
    others = {name: replace(PRETENDED, kind="openvino", index=index, name=name) for index, name in enumerate("abc")}
    monkeypatch.setattr(devices, "cards", lambda: (*others.values(), PRETENDED))
    monkeypatch.setattr(devices, "card", lambda id: next(each for each in devices.cards() if each.id == id))
    seconds = {"cpu": 3.0, "openvino:0": 4.0, "openvino:1": 1.0, "openvino:2": 2.0, "vulkan:0": 1.5}
    monkeypatch.setattr(choice, "_seconds", lambda runner: seconds[runner.device.id])
    chosen = choice.preferred(devices.find(), model(SMALL), Precision.AUTO)
    assert devices.find_id() == "openvino:0" and chosen.id == "openvino:1"
    trials.leave_alone(chosen)
    assert choice.preferred(devices.find(), model(SMALL), Precision.AUTO).id == "vulkan:0"


def test_what_is_timed_is_a_photo(pretend: Callable[..., None]) -> None:
    pretend("")
    assert choice.preferred(CARD, model(SMALL), Precision.FLOAT32).kind in ("vulkan", "cpu")


# The process


@needs_driver
def test_the_program_itself_is_the_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", CHILD, LIST, "vulkan"], cwd=ROOT, capture_output=True, timeout=60
    )
    assert [Card("vulkan", **json.loads(line)) for line in done.stdout.splitlines()] == of_kind("vulkan")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Fourfold.exe"))
    assert process.command() == [str(tmp_path / "Fourfold.exe"), CHILD]
    (tmp_path / "fourfold-cli.exe").touch()
    assert process.command() == [str(tmp_path / "fourfold-cli.exe"), CHILD]


@pytest.mark.skipif(not find_spec("ncnn") or sys.platform != "linux", reason="needs ncnn and Linux")
def test_the_built_child_takes_the_system_s_libraries_for_its_drivers(tmp_path: Path) -> None:
    """Ours would keep a driver from loading that was built with newer ones."""
    folders = (Path(folder.format(machine=os.uname().machine)) for folder in built.LIBRARIES)
    theirs = next(folder / "libstdc++.so.6" for folder in folders if (folder / "libstdc++.so.6").is_file())
    ours = tmp_path / theirs.name
    ours.write_bytes(theirs.read_bytes())
    code = (
        "import sys\nfrom app import built\nsys.frozen = sys.argv[1] == 'built'\nbuilt.make_room_for_drivers()\n"
        "import ncnn\nprint(open('/proc/self/maps').read())"
    )
    for kind in ("built", "source"):
        environment = os.environ | {"LD_LIBRARY_PATH": str(tmp_path)}
        done = subprocess.run([sys.executable, "-c", code, kind], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        assert (str(ours).encode() in done.stdout) == (kind == "source") and b"libstdc++.so.6" in done.stdout


@needs_driver
def test_the_child_ends_with_the_program_however_that_ends() -> None:
    network = converted(model(SMALL).network, torch.float32)
    code = (
        "import os, psutil\nfrom engine.compute.cards.process import CardProcess\n"
        "from engine.compute.cards.wire import Order\n"
        f"order = Order('vulkan', 0, False, {network.layers!r}, {len(network.weights)})\n"
        f"process = CardProcess(order, {network.weights!r})\n"
        "print(psutil.Process().children()[0].pid, flush=True)\nos._exit(1)"
    )
    child = int(subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE).stdout)
    end = time.monotonic() + 30
    while psutil.pid_exists(child):
        assert time.monotonic() < end, "it is still there"
        time.sleep(0.05)


def test_the_child_knows_no_torch() -> None:
    code = "import sys; sys.modules['torch'] = None; import engine.compute.cards.child"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=os.environ).returncode == 0
