"""The world around the window: threads, processes, the desktop, the screen.

``engine_link`` is the only way to the engine: requests in, one signal back. ``background`` is one thread for what takes
milliseconds. ``child`` is a process of the same executable, ``errand`` one that is sent for one answer, and ``endings``
says how it ended. ``screen`` knows the screen's colours, ``desktop`` and ``taskbar`` tell of the end of a long queue,
``log`` keeps what a report of a fault needs.
"""
