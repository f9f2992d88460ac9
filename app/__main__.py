"""Where ``fourfold`` begins: photos alone open the window, a command runs without one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app.cli.parser import make_parser
from app.cli.running import run


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``fourfold`` with these arguments (those of the process if None) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when torch loads: lets other programs run beside it
    parser, commands = make_parser()
    if not arguments or not (arguments[0] in commands or arguments[0].startswith("-")):
        return _open_window(arguments)
    return run(parser.parse_args(arguments))


def _open_window(photos: list[str]) -> int:
    """The window does not exist yet: say what works."""
    photo = photos[0] if photos else "PHOTO"
    print(f"Fourfold has no window yet. On the command line: fourfold upscale {photo}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
