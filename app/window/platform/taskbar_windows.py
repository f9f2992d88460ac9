"""Windows' task bar: the interface ITaskbarList3 of the shell, reached through its table of functions."""

from __future__ import annotations

import ctypes
import sys
import uuid
from typing import Any

from PySide6.QtWidgets import QWidget

assert sys.platform == "win32"

TASKBAR_LIST = uuid.UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
TASKBAR_LIST_3 = uuid.UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
IN_PROCESS = 1
INITIALISE, SET_VALUE, SET_STATE = 3, 9, 10
"""Places in the table, those of IUnknown, ITaskbarList and ITaskbarList2 counted."""
NOTHING, NORMAL = 0, 2
STEPS = 1000


class WindowsTaskbar:
    """See ``Taskbar``. Qt has initialised COM on the thread of the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._list = ctypes.c_void_p()
        kind, wanted = (ctypes.create_string_buffer(each.bytes_le, 16) for each in (TASKBAR_LIST, TASKBAR_LIST_3))
        ctypes.oledll.ole32.CoCreateInstance(kind, None, IN_PROCESS, wanted, ctypes.byref(self._list))
        self._call(INITIALISE)

    def show_progress(self, share: float | None) -> None:
        """See ``Taskbar``."""
        handle = ctypes.c_void_p(int(self._window.winId()))
        if share is None:
            self._call(SET_STATE, handle, ctypes.c_int(NOTHING))
            return
        self._call(SET_STATE, handle, ctypes.c_int(NORMAL))
        self._call(SET_VALUE, handle, ctypes.c_ulonglong(round(STEPS * share)), ctypes.c_ulonglong(STEPS))

    def _call(self, place: int, *arguments: Any) -> None:
        table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
        kinds = [type(argument) for argument in arguments]
        function = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place])
        function(self._list, *arguments)
