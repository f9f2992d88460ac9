"""What is given away: the Debian package and the wheel, installed away from the source; and what desktops are told."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from app import built, system_libraries
from app.__main__ import main
from app.cli.running import WRONG_USE
from app.system_libraries import Parts, complaint, missing
from engine.files.formats import Format
from engine.version import VERSION
from release.icons import SIZES, make_icons
from release.systems import MIME_TYPES, document_types
from tests.conftest import ROOT

LINUX = ROOT / "release/linux"
DEBIAN = next(iter((ROOT / "dist").glob("*.deb")), None)


def run(*command: object, **more: object) -> str:
    """Run a program and return what it prints."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.skipif(DEBIAN is None, reason="needs dist/*.deb: python3 start.py package")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="dpkg installs for root only")
def test_debian_package_installs_runs_and_goes(tmp_path: Path) -> None:
    (tmp_path / "var/lib/dpkg").mkdir(parents=True)
    (tmp_path / "var/lib/dpkg/status").touch()
    dpkg = ("dpkg", f"--root={tmp_path}", "--force-depends", f"--log={tmp_path / 'log'}")
    run(*dpkg, "--install", DEBIAN)
    assert os.readlink(tmp_path / "usr/bin/fourfold") == "/opt/fourfold/Fourfold"
    assert run(tmp_path / "opt/fourfold/Fourfold", "--version", cwd=tmp_path) == f"Fourfold {VERSION}\n"
    assert (tmp_path / "usr/share/applications/fourfold.desktop").is_file()
    assert {path.parent.parent.name for path in tmp_path.rglob("fourfold.png")} == {f"{size}x{size}" for size in SIZES}
    run(*dpkg, "--remove", "fourfold")
    assert not (tmp_path / "opt/fourfold").exists()


@pytest.mark.slow
def test_wheel_installs_and_brings_what_it_needs(tmp_path: Path) -> None:
    """Into a fresh environment that finds only the dependencies here."""
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "dist", "tests", "docs", "*.egg-info"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, source)
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "fresh")
    paths = sysconfig.get_paths("venv", {"base": str(tmp_path / "fresh"), "platbase": str(tmp_path / "fresh")})
    Path(paths["purelib"], "dependencies.pth").write_text(sysconfig.get_path("purelib"), "locale")
    wheel = next(tmp_path.glob("fourfold-*.whl"))
    python = Path(paths["scripts"]) / Path(sys.executable).name
    run(*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    bare = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ} | {"HOME": str(tmp_path)}
    models = json.loads(run(Path(paths["scripts"]) / "fourfold", "models", "--json", cwd=tmp_path, env=bare))
    shipped = [model["file"] for model in models if model["file"]]
    assert shipped and all(Path(file).is_relative_to(paths["purelib"]) for file in shipped)
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["gui-scripts"]
    assert all(list(Path(paths["scripts"]).glob(f"{name}*")) for name in scripts)


def test_icons_have_every_size(tmp_path: Path) -> None:
    make_icons(tmp_path)
    for size in SIZES:
        with Image.open(tmp_path / f"{size}.png") as icon:
            assert icon.size == (size, size)
            assert icon.getpixel((0, 0))[3] == 0 and icon.getpixel((size // 2, size // 2))[3] == 255
    with Image.open(tmp_path / "fourfold.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "fourfold.icns") as icon:
        assert (512, 512, 1) in icon.info["sizes"]


def test_desktops_are_told_of_every_format() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(LINUX / "fourfold.desktop", "utf-8")
    types = [name for names in MIME_TYPES.values() for name in names.split(";")]
    assert entry["Desktop Entry"]["MimeType"] == ";".join([*types, ""])
    metainfo = ElementTree.parse(LINUX / "org.fourfold.Fourfold.metainfo.xml")
    assert [each.text for each in metainfo.iter("mediatype")] == types
    assert next(metainfo.iter("release")).get("version") == VERSION
    installer = (ROOT / "release/windows/fourfold.iss").read_text("utf-8")
    suffixes = {suffix for kind in document_types() for suffix in kind["CFBundleTypeExtensions"]}
    assert MIME_TYPES.keys() == set(Format)
    assert {suffix for suffix in suffixes if f'ValueName: ".{suffix}"' not in installer} <= {
        "jpe",
        "jfif",
        "dib",
        "hif",
    }


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", LINUX / "fourfold.desktop"),
        ("appstreamcli", "validate", "--no-net", LINUX / "org.fourfold.Fourfold.metainfo.xml"),
    ],
)
def test_desktop_files_are_valid(command: tuple[str, ...]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"needs {command[0]}")
    run(*command)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps Qt's libraries apart")
def test_a_missing_library_is_named_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts: Parts = {"libnowhere.so.1": ("libnowhere1",) * 4, "libc.so.6": ("libc6",) * 4}
    assert missing(parts) == {"libnowhere.so.1": ("libnowhere1",) * 4}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert complaint(missing(parts)) == "The window needs what this system lacks: libnowhere.so.1."
    (tmp_path / "apt-get").touch(0o755)
    assert complaint(missing(parts)).endswith(" To install it: sudo apt-get install libnowhere1")


@pytest.mark.skipif(sys.platform != "linux", reason="a program of Linux's desktops")
def test_who_double_clicked_is_told_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = tmp_path / "kdialog"
    dialog.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\n')
    dialog.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    parts: Parts = {"libnowhere.so.1": ("libnowhere1",) * 4}
    monkeypatch.setattr(system_libraries, "for_this_desktop", lambda: parts)
    assert main([]) == WRONG_USE
    assert (tmp_path / "said").read_text().startswith("--error The window needs what this system lacks: libnowhere.so")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs none of it")
def test_a_built_program_gives_back_the_library_path_and_finds_the_certificates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bundle.crt").touch()
    monkeypatch.setattr(built, "CERTIFICATES", (str(tmp_path / "none.crt"), str(tmp_path / "bundle.crt")))
    monkeypatch.setenv("LD_LIBRARY_PATH", "ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "theirs")
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    assert main(["models"]) == 0
    assert os.environ["LD_LIBRARY_PATH"] == "ours" and "SSL_CERT_FILE" not in os.environ
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(["models"]) == 0
    assert os.environ["LD_LIBRARY_PATH"] == "theirs"
    assert os.environ["SSL_CERT_FILE"] == str(tmp_path / "bundle.crt")
    assert main(["models"]) == 0
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.delenv("SSL_CERT_FILE")
