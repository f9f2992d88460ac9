"""Charts are drawn to scale, and any browser reads them."""

import xml.etree.ElementTree as ElementTree

import pytest

from trainer.tools.chart import HEIGHT, WIDTH, Line, line_chart, side_by_side, ticks

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (26.31, 26.93, [26.2, 26.4, 26.6, 26.8, 27.0]),
        (-3, 3, [-4, -2, 0, 2, 4]),
        (5, 5, [5, 6]),
        (0, 0, [0, 0.2]),
    ],
)
def test_ticks_are_round_and_hold_all(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


def test_points_stand_at_their_figures() -> None:
    lines = [Line("a", [(1, 10), (2, 20), (4, 40)]), Line("b", [(1, 15), (2, 25), (4, 45)])]
    drawn = ElementTree.fromstring(line_chart("Time", lines, "blocks", marks=(1, 2, 4), from_zero=True))
    first, second = (
        [tuple(map(float, place.split(","))) for place in line.get("points", "").split()]
        for line in drawn.iter(f"{SVG}polyline")
    )
    labels = {text.text: (float(text.get("x", 0)), float(text.get("y", 0))) for text in drawn.iter(f"{SVG}text")}
    for (x, y), blocks, figure in zip(first, ("1", "2", "4"), ("10", "20", "40"), strict=True):
        assert x == pytest.approx(labels[blocks][0], abs=0.2) and y == pytest.approx(labels[figure][1] - 4, abs=0.2)
    assert [below - above for (_, above), (_, below) in zip(first, second, strict=True)] == pytest.approx(
        [second[0][1] - first[0][1]] * 3, abs=0.2
    )
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in [*first, *second, *labels.values()])
    assert {"a", "b"} <= set(labels)


def test_names_are_no_markup() -> None:
    one = line_chart("<b>&'loss'", [Line("", [(0, 1), (1, 2)])], "step")
    drawn = ElementTree.fromstring(side_by_side([one, one]))
    assert [text.text for text in drawn.iter(f"{SVG}text")].count("<b>&'loss'") == 2
