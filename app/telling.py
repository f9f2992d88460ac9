"""Says why there is no window, also to a person who started Fourfold by a double click and sees no terminal."""

from __future__ import annotations

import shutil
import subprocess
import sys

_DIALOGS = (("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage",), ("notify-send",))
"""Programs of Linux's desktops that show a text; the first that is there is taken."""


def tell(text: str) -> None:
    """Write it to standard error, and show it where nobody reads that."""
    print(text, file=sys.stderr)
    if sys.platform != "linux" or sys.stderr.isatty():
        return
    if dialog := next((words for words in _DIALOGS if shutil.which(words[0])), None):
        nowhere = subprocess.DEVNULL
        subprocess.run([*dialog, text], check=False, stdin=nowhere, stdout=nowhere, stderr=nowhere)
