"""What ``fourfold verify`` proves and ``fourfold bench`` measures.

``verification`` proves that tiles and rows equal the whole, and that files keep what they hold. ``benchmark`` times
this engine with a ``stopwatch`` against ``baseline``, the generator as other SRGAN programs run it; it also times the
files (``file_timing``), the device's peak (``arithmetic``) and other runtimes (``peers``, ``peer_runtimes``), and puts
the figures into a ``report``. Both compute on the same ``sample``.
"""
