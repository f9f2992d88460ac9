"""The report: drawn to scale, whole in itself, and shown by a real browser."""

import base64
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.study import charts
from app.study.page import page, write_page
from tests.trainer.study.conftest import METHODS, fill, make, rate
from trainer.study.design import Mode
from trainer.study.findings import MethodScore
from trainer.study.folder import StudyFolder
from trainer.study.result import result_of
from trainer.study.statistics import Estimate

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LIKED = dict(zip(METHODS, (2, 1, 4, 3), strict=True))


@pytest.fixture
def rated(tmp_path: Path) -> StudyFolder:
    """Two raters of three photos and four methods."""
    folder = make(tmp_path / "rated", sets=("Set5", "Set14"))
    for name, more in (("Anna", 0), ("<b>Ben</b> & \u202eCleo", 1)):
        given = {(photo, method): LIKED[method] + more * (photo == 1) for photo in range(3) for method in METHODS}
        fill(folder, name, given, {(0, "srgan"): 4, (1, "nearest"): 2})
    return folder


def html_of(folder: StudyFolder) -> str:
    return page("My study", folder.study(), result_of(folder))


def pictures(html: str) -> list[str]:
    return [base64.b64decode(each).decode() for each in re.findall(r"data:image/svg\+xml;base64,([^']+)", html)]


def drawn(element: ElementTree.Element, x: float = 0, y: float = 0) -> Iterator[tuple[str, str, float, float]]:
    """What is drawn in a chart: the kind of mark, its text or colour, and where its middle or its left end is."""
    if matrix := re.fullmatch(r"matrix\((.*)\)", element.get("transform", "")):
        *_, right, down = map(float, matrix[1].split(","))
        x, y = x + right, y + down
    for child in element:
        if child.tag.endswith("}text"):
            yield "text", (child.text or "").strip(), x + float(child.get("x", 0)), y + float(child.get("y", 0))
        elif child.tag.endswith("}path") and element.get("fill", "none") != "none":
            pairs = re.findall(r"([-\d.]+),([-\d.]+)", child.get("d", ""))
            across, down = ([float(pair[side]) for pair in pairs] for side in (0, 1))
            yield "mark", element.get("fill", ""), x + (min(across) + max(across)) / 2, y + (min(down) + max(down)) / 2
        yield from drawn(child, x, y)


@pytest.mark.usefixtures("qapp")
def test_dots_stand_over_their_figures() -> None:
    """The scale of the dots is that of the axis: a chart that is not laid out before it is drawn is wrong by a name's
    length."""
    values = (1.0, 3.0, 5.0)
    scores = [
        MethodScore("a method of a long name" * (number == 1), Estimate(value, value - 0.1, value + 0.1), (1,) * 5, 2.0)
        for number, value in enumerate(values)
    ]
    marks = [*drawn(ElementTree.fromstring(charts.to_svg(charts.distribution(scores), 3)))]
    dots = sorted((y, x) for kind, colour, x, y in marks if (kind, colour) == ("mark", charts.Ink().mark))
    digits = {text: x for kind, text, x, _ in marks if kind == "text"}
    assert len(dots) == 3
    for (_, x), value in zip(dots, values, strict=True):
        assert 2 < x - digits[f"{value:.0f}"] < 6, "the middle of a digit"


class Parts(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data", "action")]


@pytest.mark.usefixtures("qapp")
def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(rated: StudyFolder) -> None:
    html = html_of(rated)
    parts = Parts(html)
    assert len(parts.links) == 2 and all(link.startswith("data:image/svg+xml;base64,") for link in parts.links)
    assert {"script", "link", "iframe", "b"}.isdisjoint(parts.tags), "also not in a rater's name"
    assert "url(" not in html and "@import" not in html
    assert "&lt;b&gt;Ben&lt;/b&gt; &amp; \\u202eCleo" in html
    for svg in pictures(html):
        links = re.findall(r'(?:href|src)="([^"]+)"|url\(([^)]+)\)', svg)
        assert all((link or reference).startswith("#") for link, reference in links)


@pytest.mark.usefixtures("qapp")
def test_the_page_says_what_the_result_says(rated: StudyFolder) -> None:
    html = html_of(rated)
    for text in (
        "srgan is liked best.",
        "2 raters, 3 photos, 4 methods",
        "Holm",
        "Set14",
        "25 % of the trials",
    ):
        assert text in html
    assert "<td class='text'>srgan</td><td>4.17</td>" in html


@pytest.mark.usefixtures("qapp")
def test_the_page_of_pairs(tmp_path: Path) -> None:
    folder = make(tmp_path / "pairs", mode=Mode.PAIRS, calibration=0)
    key = folder.key().methods
    rate(folder, "Anna", lambda trial: 1 if LIKED[key[trial.images[1]]] > LIKED[key[trial.images[0]]] else -1)
    html = html_of(folder)
    assert len(pictures(html)) == 1 and "which of two images is better" in html
    assert "half a win was given" in html


@pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
@pytest.mark.usefixtures("qapp")
def test_a_browser_shows_it(rated: StudyFolder, tmp_path: Path) -> None:
    write_page(tmp_path / "report.html", "My study", rated.study(), result_of(rated))
    common = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    address = (tmp_path / "report.html").as_uri()
    shot, printed = tmp_path / "shot.png", tmp_path / "report.pdf"
    for way in ([f"--screenshot={shot}", "--window-size=1000,1600"], [f"--print-to-pdf={printed}"]):
        subprocess.run([*common, *way, address], check=True, capture_output=True, timeout=120)
    pixels = np.asarray(Image.open(shot).convert("RGB")).astype(int)
    for colour in (charts.Ink().mark, charts.Ink().bar):
        wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert (np.abs(pixels - wanted).max(-1) < 8).sum() > 100, f"{colour} is drawn"
    assert printed.read_bytes().startswith(b"%PDF")
