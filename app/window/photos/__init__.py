"""From what is dropped, pasted or chosen to photos in memory.

``choosing`` has the dialogs, ``dropping`` and ``opening`` find the files and decode them beside the window, ``photo``
is a decoded one as levels of halves with its ``facts``, ``pixels`` turns pixels into pictures for the screen. ``model``
is the list of photos with its ``thumbnails``, ``strip`` draws it; what a row says of saving is a ``saving_state``, told
by who saves. ``samples`` come with Fourfold.
"""
