"""Makes ``import torchvision`` work beside a CPU build of torch.

On Linux, the published torchvision is built for the CUDA build of torch. Beside a CPU build its compiled half cannot
be loaded, and its Python half then stops at ``operator torchvision::nms does not exist``. Nothing here needs that
operator; declaring it, without an implementation, is enough for torchvision's networks and for spandrel.
"""

import importlib.util
import sys
from functools import cache
from pathlib import Path

import torch

SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


@cache
def define_missing_operators() -> torch.library.Library | None:
    """Call before the first ``import torchvision`` or ``import spandrel``; further calls do nothing.

    Returns the declarations, which live as long as they are held (the cache holds them), or ``None`` when torchvision
    brings its own operators.
    """
    if sys.platform != "linux" or _load_torchvisions_own():
        return None
    declarations = torch.library.Library("torchvision", "FRAGMENT")
    for schema in SCHEMAS:
        declarations.define(schema)
    return declarations


def _load_torchvisions_own() -> bool:
    """Load torchvision's compiled operators, as its import does first. Loading them twice is harmless."""
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("torchvision is not installed", name="torchvision")
    try:
        torch.ops.load_library(Path(spec.origin).with_name("_C.so"))
    except OSError:
        return False
    return True
