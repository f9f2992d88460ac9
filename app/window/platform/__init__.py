"""The world around the window: threads, the desktop, the screen.

``engine_link`` is the only way to the engine: requests in, one signal back. ``background`` is one thread for what
takes milliseconds. ``screen`` knows the screen's colours, ``desktop`` and ``taskbar`` tell of the end of a long
queue, ``log`` keeps what a report of a fault needs.
"""
