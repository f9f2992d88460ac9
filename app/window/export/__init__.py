"""Saving: ``saver`` asks and orders, ``queue`` holds what waits, ``task`` is the work, ``journal`` remembers it."""
