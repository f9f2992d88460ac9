"""Colours that a file names without a profile, and pixels that are not yet what the file means.

``signals`` knows the numbers that stand for colours, ``profiles`` turns them into an equal ICC profile, ``treatment``
says what is still to be done with decoded pixels, such as HDR brought to a usual screen's brightness by ``hdr``. So
inside the engine colours are an ICC profile or sRGB.
"""
