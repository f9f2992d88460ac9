"""The paper's figure 7: PSNR and time over the number of residual blocks, with and without the long skip. No torch."""

from __future__ import annotations

from trainer.depth.result import DepthResult
from trainer.tools.chart import Line, line_chart, side_by_side


def figure(result: DepthResult) -> str:
    """As SVG; both of each depth are measured."""
    blocks = sorted({each.blocks for each in result.networks})
    along = f"residual blocks ({result.steps:,} steps each)"
    quality = _lines(result, "psnr")
    times = _lines(result, "milliseconds")
    return side_by_side(
        [
            line_chart(f"PSNR on {result.data}, dB", quality, along, marks=blocks),
            line_chart(f"Time for 64 x 64 px on {result.device}, ms", times, along, marks=blocks, from_zero=True),
        ]
    )


def _lines(result: DepthResult, figure: str) -> list[Line]:
    named = {"with long skip": True, "without": False}
    return [
        Line(name, [(each.blocks, getattr(each, figure)) for each in result.networks if each.skip is skip])
        for name, skip in named.items()
    ]
