"""The view of the photo: panes that share one viewport, each drawn from tiles.

``viewport`` and ``panes`` say where what is, ``layers`` what a pane shows, ``tiles`` which pieces are wanted;
``rendering`` draws a piece on a thread beside the window; ``refiner`` asks the engine for what only a network can
make and ``results`` keeps it. ``scene`` is the state of all that, ``canvas`` the widget that paints it and reads
hands, ``viewer`` the canvas with its ``labels`` and notices, ``empty`` what is there before a photo.
"""
