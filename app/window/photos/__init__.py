"""From what is dropped, pasted or chosen to photos in memory.

``dropping`` and ``opening`` find the files and decode them beside the window, ``photo`` is a decoded one as levels of
halves, ``pixels`` turns pixels into pictures for the screen. ``model`` is the list of photos with its ``thumbnails``,
``strip`` draws it. ``samples`` come with Fourfold.
"""
