"""The view of the photo: panes that share one viewport, each drawn from tiles.

``viewport``, ``panes`` and ``glass`` say where what is, ``layers`` and ``compared`` what a pane shows, ``tiles`` which
pieces are wanted; ``rendering`` draws a piece on a thread beside the window, from ``sampling`` and ``results``, which
keeps what ``refiner`` had the engine compute. ``view`` is the state of all that as one value; ``scene`` asks for what a
view needs, as soon as one is set, and ``tile_drawer`` keeps what was drawn. ``canvas`` is the widget: ``painting``
paints a scene, hands make the next view, by ``zooming`` among others. ``viewer`` is the canvas with its ``labels`` and
notices, ``empty`` what is there before a photo, with the ``recent`` ones; ``minimap`` lies beside it.
"""
