"""Models scored on photos by the paper's protocol.

``evaluation_sets`` pairs HR with LR, ``methods`` are what upscales the LR, ``evaluate`` measures what they make of it,
``tables`` prints the scores beside those of ``paper``, ``paper_tables`` as the paper's two tables.
"""
