"""The colours of the screen: its profile, as the system knows it.

X11 and Windows leave the conversion to each program. macOS and Wayland convert by themselves: there the window is in
sRGB, which ``start`` says to macOS.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from pathlib import Path

from PySide6.QtGui import QColorSpace, QGuiApplication, QWindow

SRGB = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
_MOST_BYTES = 64 * 2**20


def screen_space(window: QWindow) -> QColorSpace:
    """The colour space of the screen that a window is on; sRGB where it has no profile that Qt can use."""
    icc = _profile(window)
    space = QColorSpace.fromIccProfile(icc) if icc else QColorSpace()
    return space if space.isValidTarget() and space.colorModel() == QColorSpace.ColorModel.Rgb else SRGB


if sys.platform == "win32":

    def _profile(window: QWindow) -> bytes:
        """The file that Windows names for the screen of a window."""
        user, gdi = ctypes.windll.user32, ctypes.windll.gdi32
        user.GetDC.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(int(window.winId()))
        context = ctypes.c_void_p(user.GetDC(handle))
        length = ctypes.c_ulong(1024)
        name = ctypes.create_unicode_buffer(length.value)
        found = gdi.GetICMProfileW(context, ctypes.byref(length), name)
        user.ReleaseDC(handle, context)
        path = Path(name.value)
        return path.read_bytes() if found and path.is_file() else b""

else:

    def _profile(window: QWindow) -> bytes:
        on_x11 = QGuiApplication.platformName() == "xcb"
        return _x11_profile(QGuiApplication.screens().index(window.screen())) if on_x11 else b""


def _x11_profile(screen: int) -> bytes:
    """The property of the root window in which colour managers leave a screen's profile."""
    library = ctypes.util.find_library("X11")
    if not library:
        return b""
    x11 = ctypes.CDLL(library)
    x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return b""
    name = "_ICC_PROFILE" + (f"_{screen}" if screen else "")
    root = ctypes.c_void_p(x11.XDefaultRootWindow(display))
    atom = ctypes.c_void_p(x11.XInternAtom(display, name.encode(), 1))
    kind, count, left = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
    bits, data = ctypes.c_int(), ctypes.c_void_p()
    found = (ctypes.byref(each) for each in (kind, bits, count, left, data))
    start, end = ctypes.c_long(0), ctypes.c_long(_MOST_BYTES // 4)
    x11.XGetWindowProperty(display, root, atom, start, end, 0, ctypes.c_ulong(0), *found)
    profile = ctypes.string_at(data, count.value) if data and bits.value == 8 else b""
    if data:
        x11.XFree(data)
    x11.XCloseDisplay(display)
    return profile
