"""Where ``fourfold`` begins: photos alone open the window, a command runs without one.

What is ours is imported within ``main``, when a Ctrl-C ends the process without a traceback.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``fourfold`` with these arguments (those of the process if None) and return its exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from app import built
    from app.cli.parser import COMMANDS, make_parser
    from engine.compute.cards import CHILD

    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [CHILD]:
        built.make_room_for_drivers()
        from engine.compute.cards.child import main as compute

        return compute(arguments[1:])
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when torch loads: lets other programs run beside it
    built.put_right()
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        parsed = make_parser(arguments).parse_args(arguments)
        from app.cli.running import run

        return run(parsed)
    if arguments and _is_a_word(arguments[0]):
        from app.cli.running import WRONG_USE
        from engine.texts import shown

        unknown = shown(arguments[0])
        print(f"There is no command and no photo called {unknown}; --help lists the commands.", file=sys.stderr)
        return WRONG_USE
    return _open_window(arguments)


def _is_a_word(argument: str) -> bool:
    """Whether it is a command that is misspelt, and no photo, which would be there or have an ending."""
    path = Path(argument)
    return not path.suffix and path.name == argument and not path.exists()


def _open_window(photos: list[str]) -> int:
    """Show the window; where that cannot be, say why and what works."""
    from app import system_libraries
    from app.cli.running import WRONG_USE
    from app.telling import tell
    from engine.texts import shown

    instead = f"On the command line: fourfold upscale {shown(photos[0]) if photos else 'PHOTO'}"
    if not _has_display():
        print(f"There is no display to open the window on. {instead}", file=sys.stderr)
        return WRONG_USE
    if sys.platform == "linux" and (missing := system_libraries.missing(system_libraries.for_this_desktop())):
        tell(f"{system_libraries.complaint(missing)}\n{instead}")
        return WRONG_USE
    from app.window import run as run_window

    try:
        return run_window([Path(photo) for photo in photos])
    except ImportError as error:
        tell(f"The window cannot open: {error}. {instead}")
        return WRONG_USE


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
