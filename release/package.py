"""Packs what ``start.py build`` made: ``python -m release.package [--quick]``.

On Linux it leaves an archive and a Debian package in ``dist``, on Windows an installer (by Inno Setup), on macOS a disk
image. ``--quick`` compresses less, for tests. A build with a CUDA torch gets ``-cuda`` into its name.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from engine.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUILT = DIST / "Fourfold"
WORK = ROOT / "build/package"
ICONS = ROOT / "build/build/icons"
LINUX = ROOT / "release/linux"
EDITION = "-cuda" if "+cu" in version("torch") else ""

# What PyInstaller never takes along, because it must fit the system: its C library, what talks to the screen, and data.
DEPENDS = "libc6 (>= {libc}), libegl1, libgl1, libxcb1, fontconfig-config, xkb-data"
CONTROL = """Package: fourfold
Version: {version}
Architecture: {architecture}
Maintainer: The Fourfold authors <fourfold@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Section: graphics
Priority: optional
Description: photos four times as wide and high
 Fourfold enlarges photos by nearest neighbour, bicubic, SRResNet or SRGAN, shows
 the results side by side, and trains models on one's own photos. It needs neither
 Python nor a network.
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="release.package", description="Packs what start.py build made.")
    parser.add_argument("--quick", action="store_true", help="compress less")
    quick = parser.parse_args().quick
    if not BUILT.is_dir():
        sys.exit(f"There is no {BUILT}: python3 start.py build makes it.")
    for path in {"linux": pack_for_linux, "win32": pack_for_windows, "darwin": pack_for_macos}[sys.platform](quick):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.0f} MB")


def pack_for_linux(quick: bool) -> list[Path]:
    level = 0 if quick else 6
    return [make_archive(level), make_debian_package(level)]


def make_archive(level: int) -> Path:
    """The folder as ``.tar.xz``; unpacked, a double click on ``Fourfold`` in it starts it."""
    target = DIST / f"Fourfold-{VERSION}-linux-{platform.machine()}{EDITION}.tar.xz"
    pack = f"xz --threads=0 -{level}"
    run("tar", "--create", "--owner=0", "--group=0", "--use-compress-program", pack, "--file", target, BUILT.name)
    return target


def make_debian_package(level: int) -> Path:
    """The folder in ``/opt``, with a menu entry, icons and the command ``fourfold``."""
    top = WORK / "debian"
    shutil.rmtree(top, ignore_errors=True)
    lay_out(top)
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    libc = platform.libc_ver()[1]
    control = CONTROL.format(
        version=VERSION, architecture=architecture, kilobytes=kilobytes(top), depends=DEPENDS.format(libc=libc)
    )
    write(top / "DEBIAN/control", control)
    target = DIST / f"fourfold_{VERSION}_{architecture}{EDITION}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", top, target)
    return target


def lay_out(top: Path) -> None:
    """Put the files under ``top`` where a Debian system wants them."""
    share = top / "usr/share"
    shutil.copytree(BUILT, top / "opt/fourfold", symlinks=True, copy_function=os.link)
    copy(LINUX / "fourfold.desktop", share / "applications")
    copy(LINUX / "org.fourfold.Fourfold.metainfo.xml", share / "metainfo")
    copy(ICONS / "fourfold.svg", share / "icons/hicolor/scalable/apps")
    for icon in ICONS.glob("*.png"):
        target = copy(icon, share / f"icons/hicolor/{icon.stem}x{icon.stem}/apps")
        target.rename(target.with_name("fourfold.png"))
    write(share / "doc/fourfold/copyright", f"{(ROOT / 'LICENSE').read_text('utf-8')}\n{OTHERS}\n")
    command = top / "usr/bin/fourfold"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/fourfold/Fourfold")


OTHERS = "The licences of all that is bundled are in /opt/fourfold/_internal/licences."


def pack_for_windows(quick: bool) -> list[Path]:
    compiler = shutil.which("ISCC") or str(Path(os.environ["PROGRAMFILES(X86)"]) / "Inno Setup 6/ISCC.exe")
    settings = [f"/DVersion={VERSION}", f"/DEdition={EDITION}"]
    run(compiler, *settings, ROOT / "release/windows/fourfold.iss")
    return [DIST / f"Fourfold-{VERSION}-windows-x64{EDITION}.exe"]


def pack_for_macos(quick: bool) -> list[Path]:
    """The application and a link to where applications live, to drag the one onto the other."""
    image = WORK / "image"
    shutil.rmtree(image, ignore_errors=True)
    shutil.copytree(DIST / "Fourfold.app", image / "Fourfold.app", symlinks=True)
    (image / "Applications").symlink_to("/Applications")
    target = DIST / f"Fourfold-{VERSION}-macos-{platform.machine()}.dmg"
    form = "UDZO" if quick else "ULMO"
    run("hdiutil", "create", "-ov", "-volname", "Fourfold", "-srcfolder", image, "-format", form, target)
    return [target]


def copy(file: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(file, folder))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def kilobytes(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) // 1024


def run(*command: object) -> None:
    subprocess.run([str(word) for word in command], cwd=DIST, check=True)


if __name__ == "__main__":
    main()
