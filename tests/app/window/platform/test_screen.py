"""The screen's own profile, as a colour manager leaves it on an X server."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")

SET = """
import ctypes, ctypes.util, sys
from PySide6.QtGui import QColorSpace
profile = bytes(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3).iccProfile()) if sys.argv[1] == "good" else b"bad"
x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_void_p
display = ctypes.c_void_p(x11.XOpenDisplay(None))
root = ctypes.c_void_p(x11.XDefaultRootWindow(display))
atom, cardinal = (ctypes.c_void_p(x11.XInternAtom(display, name, 0)) for name in (b"_ICC_PROFILE", b"CARDINAL"))
x11.XChangeProperty(display, root, atom, cardinal, 8, 0, profile, len(profile))
x11.XCloseDisplay(display)
"""
ASK = """
from PySide6.QtGui import QGuiApplication, QWindow
from app.window.platform.screen import SRGB, screen_space
application = QGuiApplication([])
window = QWindow()
window.create()
space = screen_space(window)
print("sRGB" if space == SRGB else space.description())
"""


@pytest.mark.parametrize(("profile", "shown"), [("", "sRGB"), ("good", "Display P3"), ("bad", "sRGB")])
def test_the_screens_profile_is_found(display: str, profile: str, shown: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    # a first guest, without whom the server would forget
    keeper = subprocess.Popen(["xprop", "-root", "-spy"], env=environment, stdout=subprocess.DEVNULL)
    try:
        if profile:
            subprocess.run([sys.executable, "-c", SET, profile], env=environment, check=True)
        asked = [sys.executable, "-c", ASK]
        said = subprocess.run(asked, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    finally:
        keeper.terminate()
        keeper.wait()
    assert said.stdout.strip() == shown
