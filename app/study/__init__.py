"""The report of a study, for the command line and the window: ``charts`` draws with pyqtgraph, ``page`` is one HTML
file that needs nothing else. What a study is, and what it says, stands in ``trainer.study``.
"""
