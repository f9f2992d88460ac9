"""The folder ``licences`` of the built app: the texts of everything in it, and a page that lists them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path, PurePath

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TEXTS = HERE / "texts"
IS_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)

ABOUT = """Fourfold itself is under the MIT licence. The text of each package lies beside this page; what they name of
the licences of GNU, Mozilla and MIT lies in `texts`. Qt, libvips and libheif are under the LGPL, and each is a library
of its own: another build of it can be put in its place."""


def bundled_packages(modules: set[str]) -> list[Distribution]:
    """The packages that these modules (their top names) are from, and PyInstaller, whose loader is in every build."""
    known = packages_distributions()
    names = {"pyinstaller", *(name for module in modules for name in known.get(module, []))}
    return sorted(map(distribution, names), key=lambda package: package.name.lower())


def write_licences(folder: Path, packages: list[Distribution], libraries: Iterable[Path]) -> None:
    """Fill ``folder``, made anew, for these packages and these libraries of the system."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = [write_package(folder, package) for package in packages]
    shutil.copytree(TEXTS, folder / "texts")
    shutil.copy(ROOT / "LICENSE", folder / "Fourfold.txt")
    shutil.copy(python_licence(), folder / "Python.txt")
    page = ["# What Fourfold is made of", "", ABOUT, "", *table("package version licence", rows)]
    page += ["", "Native libraries in these packages:", "", *table("library licence source package", native())]
    if copied := copy_of_system(folder, libraries):
        page += ["", f"Libraries of the system it was built on; their texts are in `system`: {', '.join(copied)}."]
    (folder / "README.md").write_text("\n".join([*page, ""]), "utf-8")


def write_package(folder: Path, package: Distribution) -> tuple[str, str, str]:
    """All licence texts of a package in one file. Returns its row of the page."""
    licence = (said(package, "License-Expression") or said(package, "License") or classified(package)).splitlines()[0]
    found = [file for file in package.files or [] if is_licence(file)]
    texts = [f"{file}\n\n{Path(file.locate()).read_text('utf-8', errors='replace')}" for file in found]
    if not texts:
        texts = [path.read_text("utf-8") for path in sorted(TEXTS.iterdir()) if path.stem in licence]
    if not texts:
        raise SystemExit(f"{package.name} brings no licence, and release/texts has none called {licence}.")
    start = f"{package.name} {package.version}\n{licence}\n{said(package, 'Home-page')}".strip()
    path = folder / f"{package.name}.txt"
    path.write_text("\n\n---\n\n".join([start, *texts]), "utf-8")
    return package.name, package.version, licence[:80]


def said(package: Distribution, field: str) -> str:
    """What a package says of itself in this field; empty where it says nothing."""
    return next(iter(package.metadata.get_all(field) or []), "")


def is_licence(file: PurePath) -> bool:
    """Whether this file of a package is one of its licence texts."""
    in_metadata = any(part.endswith(".dist-info") for part in file.parts)
    return in_metadata and ("licenses" in file.parts or bool(IS_LICENCE.search(file.name)))


def classified(package: Distribution) -> str:
    """The licence by the package's classifiers."""
    labels = [each for each in package.metadata.get_all("Classifier") or [] if each.startswith("License")]
    return labels[0].rpartition(" :: ")[2] if labels else "see its text"


def python_licence() -> Path:
    """Python's own licence, which lies elsewhere on Windows."""
    places = [Path(os.__file__).with_name("LICENSE.txt"), Path(sys.base_prefix) / "LICENSE.txt"]
    return next(place for place in [*places, Path("/usr/share/doc/python3/copyright")] if place.is_file())


def native() -> list[tuple[str, str, str, str]]:
    """A row for each native library that ``native.toml`` knows."""
    listed = tomllib.loads((HERE / "native.toml").read_text("utf-8"))
    return [(name, each["licence"], each["source"], each["package"]) for name, each in listed.items()]


def copy_of_system(folder: Path, libraries: Iterable[Path]) -> list[str]:
    """Copy what Debian says of the packages that these libraries are from; their names, sorted."""
    if not shutil.which("dpkg-query"):
        return []
    paths = {str(spelling) for library in libraries for spelling in (library, library.resolve())}
    paths |= {path.removeprefix("/usr") for path in paths}
    command = ["dpkg-query", "--search", *sorted(paths)]
    owners = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    names = sorted({owner.partition(":")[0] for owner in owners})
    (folder / "system").mkdir()
    for name in names:
        shutil.copy(Path("/usr/share/doc") / name / "copyright", folder / "system" / f"{name}.txt")
    return names


def table(head: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table in Markdown, a line each."""
    columns = head.split()
    return [f"| {' | '.join(row)} |" for row in [columns, ["---"] * len(columns), *rows]]
