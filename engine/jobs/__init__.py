"""What a person asks for, from a photo on disk to a result on disk.

``assessment`` looks at a photo (``file_quality`` at its compression) and ``advice`` takes the model that suits it;
``sizing`` says how large the result is to be, ``method`` how it is made, ``saving`` puts all that was chosen into one
order and decides what is to be done for it. ``upscaler`` carries an order out, one photo from file to file;
``preview`` makes a piece of a result to look at. ``worker`` is the engine's thread: tasks in, events out, one end for
each. Only ``upscaler`` and ``preview`` load torch; the rest loads it when it computes.
"""
