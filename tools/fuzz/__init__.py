"""Thousands of damaged files through reading and saving: ``python -m tools.fuzz --count 10000 --seed 1``.

``seeds`` makes sound files of every format, ``mutations`` damages them, ``trial`` reads one and saves it, ``worker``
does that in a process with limits of time and memory, ``campaign`` does it again and again and keeps what went wrong.
"""
