"""Models scored on photos by the paper's protocol.

``evaluation_sets`` pairs HR with LR, ``evaluate`` runs each method over them and measures, ``tables`` prints the
scores beside those of ``paper``.
"""
