"""The start script for real: its own ``.venv``, its own pip, in a small project whose packages are made here."""

import ast
import os
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

START = Path(__file__).resolve().parent.parent / "start.py"
SETTING_UP = "Setting Fourfold up"
APP = """
import json, os, sys, tiny
print(json.dumps({"arguments": sys.argv[1:], "tiny": tiny.VERSION, "pid": os.getpid()}))
sys.exit(7)
"""
CHECK = """
import os, sys
print(os.path.basename(os.path.dirname(__file__)), *sys.argv[1:])
sys.exit({name!r} in os.environ.get("FAILING", ""))
"""


class Project:
    """A folder with the start script, an app of three lines, and packages that pip finds beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "app").mkdir(parents=True)
        (folder / "app/__main__.py").write_text(APP)
        shutil.copy(START, folder)
        shutil.copy(START.with_name("app") / "system_libraries.py", folder / "app")
        self.packages = folder / "packages"
        self.packages.mkdir()
        self.require("tiny==1")
        self.add_package("tiny", "1")
        (folder / "release").mkdir()
        (folder / "release/package.py").write_text("import sys; print('package', *sys.argv[1:])")
        for name in ("ruff", "mypy", "pytest", "PyInstaller"):
            self.add_package(name, "1", __main__=CHECK.format(name=name))
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()

    def require(self, dependency: str) -> None:
        lines = [
            "[project]",
            f"dependencies = ['{dependency}']",
            "[project.optional-dependencies]",
            "dev = ['ruff', 'mypy', 'pytest']",
            "build = ['PyInstaller']",
        ]
        (self.folder / "pyproject.toml").write_text("\n".join(lines))

    def add_package(self, name: str, version: str, **modules: str) -> None:
        info = f"{name}-{version}.dist-info"
        modules = {"__init__": f"VERSION = {version}"} | modules
        with zipfile.ZipFile(self.packages / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
            for module, source in modules.items():
                wheel.writestr(f"{name}/{module}.py", source)
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")

    def popen(self, *arguments: str, before: str = "", **environment: str) -> subprocess.Popen[str]:
        """Start it from another folder. ``before`` is code to run in its process first. No program is on the path."""
        code = f"import runpy, sys\n{before}\nsys.argv = sys.argv[1:]\nrunpy.run_path(sys.argv[0], run_name='__main__')"
        kept = {name: os.environ[name] for name in ("HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.packages.as_uri()}
        environment = kept | pip | {"PATH": ""} | environment
        command = [sys.executable, "-c", code, str(self.folder / "start.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.elsewhere, env=environment, stdout=pipe, stderr=pipe, text=True)

    def start(self, *arguments: str, before: str = "", **environment: str) -> SimpleNamespace:
        process = self.popen(*arguments, before=before, **environment)
        out, err = process.communicate(timeout=120)
        return SimpleNamespace(code=process.returncode, out=out, err=err, pid=process.pid)


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One that was started once; the tests that use it leave it working."""
    project = Project(tmp_path_factory.mktemp("shared") / "a folder, Ünïcode")
    first = project.start("upscale", "a b.jpg", "--json")
    assert first.code == 7, first.err
    assert first.err.count("\n") >= 1 and first.err.startswith(SETTING_UP)
    assert '"arguments": ["upscale", "a b.jpg", "--json"]' in first.out
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def test_second_start_says_nothing_and_passes_the_exit_code(shared_project: Project) -> None:
    second = shared_project.start("models")
    assert (second.code, second.err) == (7, "")
    assert '"arguments": ["models"]' in second.out


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot replace a process")
def test_fourfold_takes_the_place_of_the_start_script(shared_project: Project) -> None:
    """So Ctrl-C and every other signal reach it directly."""
    started = shared_project.start()
    assert f'"pid": {started.pid}' in started.out


def test_an_app_where_the_person_stands_is_not_ours(shared_project: Project) -> None:
    (shared_project.elsewhere / "app").mkdir()
    (shared_project.elsewhere / "app/__main__.py").write_text("print('strange')")
    assert shared_project.start().code == 7


def test_test_runs_every_check_and_names_the_failed(shared_project: Project) -> None:
    done = shared_project.start("test", "-k", "some", FAILING="ruff")
    assert done.out.splitlines() == ["ruff check", "ruff format --check", "mypy", "pytest --numprocesses 2 -k some"]
    assert (done.code, done.err.splitlines()[-1]) == (
        1,
        "Failed: ruff check (exit status 1), ruff format --check (exit status 1).",
    )
    again = shared_project.start("test")
    assert (again.code, again.err) == (0, "")


def test_build_runs_pyinstaller_on_our_recipe(shared_project: Project) -> None:
    done = shared_project.start("build", "--clean", FAILING="PyInstaller")
    assert (done.code, done.out.splitlines()) == (1, ["PyInstaller --noconfirm --clean build.spec"])


def test_package_packs(shared_project: Project) -> None:
    assert shared_project.start("package", "--quick").out == "package --quick\n"


def test_the_cuda_build_has_an_environment_of_its_own(shared_project: Project) -> None:
    arguments = ("build", "--cuda", "--clean")
    done = shared_project.start(*arguments)
    assert (done.code, done.out.splitlines()) == (0, ["PyInstaller --noconfirm --clean build.spec"])
    assert (shared_project.folder / ".venv-cuda").is_dir()
    assert shared_project.start(*arguments).err == ""


def test_new_pins_are_installed_once_and_a_missing_one_is_named(shared_project: Project) -> None:
    shared_project.require("tiny==2")
    failed = shared_project.start()
    assert (failed.code, failed.out) == (1, "")
    assert "ERROR: No matching distribution found for tiny==2" in failed.err
    assert str(shared_project.folder / ".venv.log") in failed.err
    shared_project.add_package("tiny", "2")
    assert '"tiny": 2' in shared_project.start().out
    assert shared_project.start().err == ""


def test_two_starts_at_once_set_up_once_and_a_half_made_environment_is_made_anew(project: Project) -> None:
    litter = project.folder / ".venv/half-made"
    litter.parent.mkdir()
    litter.touch()
    processes = [project.popen(), project.popen()]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [7, 7], outputs
    assert sum(err.count(SETTING_UP) for _, err in outputs) == 1
    assert not litter.exists()


def test_pip_of_this_python_serves_where_ensurepip_is_missing(project: Project) -> None:
    without = "sys.modules['ensurepip'] = None"
    neither = project.start(before=f"{without}; sys.modules['pip'] = None")
    assert neither.code == 1
    assert f"sudo apt-get install python3.{sys.version_info.minor}-venv" in neither.err
    assert project.start(before=without).code == 7


def test_a_folder_that_cannot_be_written_is_named(project: Project) -> None:
    (project.folder / ".venv.lock").mkdir()
    failed = project.start()
    assert (failed.code, failed.out) == (1, "")
    assert failed.err.startswith(f"Fourfold could not be set up in {project.folder}: ")


def test_an_older_python_reads_as_far_as_the_sentence(tmp_path: Path) -> None:
    ast.parse(START.read_text("utf-8"), feature_version=(3, 6))
    code = f"import runpy, sys; sys.version_info = (3, 8); runpy.run_path({str(START)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("Fourfold needs Python 3.11 or newer, and this is Python 3.8")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The start script's functions on a system that lacks a library and has the programs that are written here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    module = runpy.run_path(str(START))
    functions = module["provide_system_libraries"].__globals__
    parts = module["system_libraries"]()
    parts.LIBRARIES["libnowhere.so.1"] = ("libnowhere1", "nowhere", "nowhere", "nowhere")
    functions.update(system_libraries=lambda: parts, LOG=tmp_path / "log")
    return SimpleNamespace(folder=tmp_path, provide=functions["provide_system_libraries"], log=functions["LOG"])


def add_program(system: SimpleNamespace, name: str, body: str) -> None:
    program = system.folder / name
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps Qt's libraries apart")
class TestSystemLibraries:
    @pytest.mark.parametrize(
        ("program", "command"), [("dnf", "dnf install nowhere "), ("pacman", "pacman -S nowhere ")]
    )
    def test_the_command_is_named(
        self, system: SimpleNamespace, capsys: pytest.CaptureFixture[str], program: str, command: str
    ) -> None:
        add_program(system, program, "exit 1")
        system.provide(True)
        said = capsys.readouterr()
        assert said.out == ""
        assert "tests need what this system lacks: libnowhere.so.1 Xvfb xauth xdotool dbus-run-session" in said.err
        assert " exiftool desktop-file-validate appstreamcli. To install" in said.err
        assert f"sudo {command}" in said.err and "xdotool" in said.err

    def test_root_on_debian_installs_them(
        self, system: SimpleNamespace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        add_program(system, "env", 'shift; exec "$@"')
        add_program(system, "apt-get", 'echo "apt-get $*"')
        system.provide(False)
        update, install = system.log.read_text().splitlines()
        assert update.endswith(" update") and install.endswith(" libnowhere1") and "xvfb" not in install
        add_program(system, "apt-get", "exit 100")
        system.provide(False)
        assert "sudo apt-get install libnowhere1" in capsys.readouterr().err
