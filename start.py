"""Start Fourfold from its source: ``python3 start.py [ARGS]`` is ``fourfold [ARGS]``.

``python3 start.py test [PYTEST ARGS]`` checks style and types and runs the test suite. ``python3 start.py build`` makes
the folder ``dist/Fourfold``, which runs where there is no Python, and ``python3 start.py package`` packs it to be given
away. With ``--cuda`` the two do so with torch's CUDA build, in an environment of its own.

Needs nothing but Python 3.11 or newer. The first start makes ``.venv`` beside this file and installs the pinned
dependencies of ``pyproject.toml`` into it. Later starts compare one small file, the stamp, and go straight on. What
this file has to say goes to standard error, so that the output of Fourfold stays its own.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (older ones must come this far, so nothing here uses newer syntax)
    sys.exit(
        f"Fourfold needs Python 3.11 or newer, and this is Python {sys.version_info[0]}.{sys.version_info[1]}: "
        "install a newer one from python.org or your system's packages and start this file with it."
    )

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import IO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / os.environ.get("FOURFOLD_VENV", ".venv")
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "fourfold-stamp.txt"
LOCK = ROOT / ".venv.lock"
LOG = ROOT / ".venv.log"

# A .venv made by another recipe, another Python or in another folder is made anew. Raise the number when the way of
# making it changes below.
GROUND = f"recipe 1, Python {sys.version_info[0]}.{sys.version_info[1]}, {ROOT}"

CHECKS = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])

# Tests wait for windows and child processes half of their time. More at once would disturb those that look at a clock.
TWO_AT_A_TIME = ["--numprocesses", "2"]

# The words that are for this file, and the extra of pyproject.toml that each needs.
EXTRAS = {"test": "dev", "build": "build", "package": "build"}

# Where torch's builds for CUDA are; the local part of their version makes pip prefer them.
CUDA = {"FOURFOLD_VENV": ".venv-cuda", "PIP_EXTRA_INDEX_URL": "https://download.pytorch.org/whl/cu130"}


class SetupFailed(Exception):
    """``.venv`` cannot be made; the message says why and what to do."""


def main(arguments: list[str]) -> int:
    word = arguments[0] if arguments and arguments[0] in EXTRAS else ""
    if word in ("build", "package") and "--cuda" in arguments:
        os.environ.update(CUDA)
        return run_child([sys.executable, str(ROOT / "start.py"), *(each for each in arguments if each != "--cuda")])
    try:
        prepare(read_requirements(EXTRAS.get(word)), testing=word == "test")
    except SetupFailed as error:
        say(f"Fourfold could not be set up: {error}")
        return 1
    except OSError as error:
        say(f"Fourfold could not be set up in {ROOT}: {error.strerror or error}.")
        return 1
    except KeyboardInterrupt:
        say("Interrupted; the next start sets Fourfold up again.")
        return 130
    os.environ["PYTHONSAFEPATH"] = "1"  # a folder named app where the user stands is not ours
    if word == "test":
        return run_checks(arguments[1:])
    if word == "build":
        return run_build(arguments[1:])
    if word == "package":
        return run_child([str(PYTHON), "-m", "release.package", *arguments[1:]])
    return run_app(arguments)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# Running


def run_app(arguments: list[str]) -> int:
    command = [str(PYTHON), "-m", "app", *arguments]
    if os.name == "posix":
        os.execv(PYTHON, command)
    return run_child(command)


def run_checks(pytest_arguments: list[str]) -> int:
    """Run all checks, also after one failed; the tests come last, so that their summary is the last thing printed."""
    os.chdir(ROOT)
    checks = [*CHECKS, ["pytest", *TWO_AT_A_TIME, *pytest_arguments]]
    statuses = {" ".join(check): run_child([str(PYTHON), "-m", *check]) for check in checks}
    failed = [f"{check} (exit status {status})" for check, status in statuses.items() if status]
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def run_build(pyinstaller_arguments: list[str]) -> int:
    os.chdir(ROOT)
    return run_child([str(PYTHON), "-m", "PyInstaller", "--noconfirm", *pyinstaller_arguments, "build.spec"])


def run_child(command: list[str]) -> int:
    """Run a command on our own console. It gets Ctrl-C as we do, and decides what that means."""
    import subprocess

    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


# Setting up


def read_requirements(extra: str | None) -> list[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


def prepare(requirements: list[str], testing: bool) -> None:
    """Leave a ``.venv`` with everything required; quick where it is there already."""
    if is_ready(requirements):
        return
    with locked():
        if not is_ready(requirements):
            set_up(requirements, testing)


def is_ready(requirements: list[str]) -> bool:
    return {GROUND, *requirements} <= read_stamp() and PYTHON.exists()


def read_stamp() -> set[str]:
    return set(STAMP.read_text("utf-8").splitlines()) if STAMP.exists() else set()


def set_up(requirements: list[str], testing: bool) -> None:
    """The stamp is taken away first and written last: a half-made ``.venv`` has none and is made anew."""
    say("Setting Fourfold up (once, about 3 minutes, longer on a slow line) ...")
    LOG.unlink(missing_ok=True)
    keep = GROUND in read_stamp() and PYTHON.exists()
    STAMP.unlink(missing_ok=True)
    if not keep:
        make_venv()
    run_logged([*pip_command(), "install", "--no-input", "--disable-pip-version-check", *requirements])
    provide_system_libraries(testing)
    STAMP.write_text("\n".join([GROUND, *requirements]), "utf-8")


def make_venv() -> None:
    """Make it empty, with this folder on its path, so that ``app`` is found wherever the user stands."""
    import sysconfig

    with_pip = [] if has_module("ensurepip") else ["--without-pip"]
    run_logged([sys.executable, "-m", "venv", "--clear", *with_pip, str(VENV)])
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))
    (packages / "fourfold.pth").write_text(str(ROOT), "locale")


def pip_command() -> list[str]:
    """The pip in ``.venv``, or else the one of this Python: Debian keeps the first in a package of its own."""
    if has_module("ensurepip"):
        return [str(PYTHON), "-m", "pip"]
    if has_module("pip"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    raise SetupFailed(f"this Python has no pip; on Debian and Ubuntu: sudo apt-get install {package}")


def has_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def run_logged(command: list[str]) -> None:
    """Run a command with its output in the log. It holds our lock too, so that it is never left working unguarded."""
    import subprocess

    with LOG.open("ab") as log:
        status = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, close_fds=False)
    if status:
        raise SetupFailed(f"{last_error()}\nThe whole log is in {LOG}. Start again to try again.")


def last_error() -> str:
    lines = LOG.read_text("utf-8", errors="replace").splitlines()
    offline = ["The package index cannot be reached."] if any("Retrying (" in line for line in lines) else []
    errors = [line for line in lines if line.startswith("ERROR")] or lines
    return "\n".join(offline + errors[-2:])


@contextmanager
def locked() -> Iterator[None]:
    """One start at a time sets up. The system frees the lock when its holder ends, however that happens."""
    import time

    with LOCK.open("a") as file:
        os.set_inheritable(file.fileno(), True)
        if not try_lock(file):
            say("Another start is setting Fourfold up; waiting for it ...")
            while not try_lock(file):
                time.sleep(0.2)
        yield


def try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def provide_system_libraries(testing: bool) -> None:
    """Install what the window and the tests lack where we may, else say how. Without it, all but the window works, and
    tests are skipped."""
    if sys.platform != "linux":
        return
    system = system_libraries()
    missing = system.missing(
        {**system.LIBRARIES, **system.LIBRARIES_OF_X11, **(system.TEST_PROGRAMS if testing else {})}
    )
    command = missing and system.install_command(missing)
    if command and command.startswith("apt-get") and os.geteuid() == 0 and apt_install(command.split()[2:]):
        return
    if missing:
        say(system.complaint(missing, "The window and its tests need") if testing else system.complaint(missing))


def system_libraries() -> SimpleNamespace:
    """The module of the app that knows them, wherever Python looks for modules."""
    import runpy

    return SimpleNamespace(**runpy.run_path(str(ROOT / "app/system_libraries.py")))


def apt_install(packages: list[str]) -> bool:
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=300"]
    try:
        run_logged([*apt_get, "update"])
        run_logged([*apt_get, "install", "--yes", "--no-install-recommends", *packages])
    except SetupFailed:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
