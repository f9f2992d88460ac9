"""The view of the photo: panes that share one viewport, each drawn from tiles.

``viewport`` and ``panes`` say where what is, ``layers`` what a pane shows, ``tiles`` which pieces are wanted and keeps
them; ``rendering`` draws a piece on a thread beside the window; ``refiner`` asks the engine for what only a network
can make; ``canvas`` is the widget that brings them together.
"""
