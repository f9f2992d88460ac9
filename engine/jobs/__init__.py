"""What a person asks for, from a photo on disk to a result on disk.

``assessment`` looks at a photo (``file_quality`` at its compression) and ``advice`` takes the model that suits it;
``sizing`` says how large the result is to be, ``method`` how it is made. ``upscaler`` takes one photo from file to
file, ``preview`` a piece of it to look at. ``worker`` is the engine's thread: tasks in, events out, one end for each.
"""
