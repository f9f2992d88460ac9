"""The window. ``run`` shows it and returns when it is closed.

A photo's way: ``photos`` decodes and lists it, ``canvas`` shows it, ``inspector`` makes a ``Choices``, ``export`` saves
it; ``measure`` compares models and ``training`` teaches one. ``shell`` puts all that together, of the parts in
``widgets``; ``platform.engine_link`` is the only way to the engine, and nothing here touches torch.
"""

from __future__ import annotations

import sys
from pathlib import Path


def run(paths: list[Path]) -> int:
    """Show the window with these photos and folders, and return the exit code when it is closed."""
    if sys.platform == "win32":
        from engine.jobs import ahead

        ahead.load()  # on Windows torch's libraries do not load once Qt's are there
    from app.window.shell.start import start

    return start(paths)
