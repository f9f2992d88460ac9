"""Pixels through a model on a device, a band of rows at a time.

``tensors`` turns pixels into planes and back; ``rows`` is a picture as it flows. ``runner`` runs one model on one of
the ``devices``: row by row (``streaming``), in ``tiling`` with exact halos, through ``cuda`` on NVIDIA cards and
``cards`` on those that torch does not know, or eight times as an ``ensemble``. It steps down from half precision, to
smaller tiles, to the CPU. ``prefetch`` works ahead on a thread, ``memory`` keeps what a tile frees for the next one.
"""
