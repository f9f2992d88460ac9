"""Saving: ``task`` is the work on the engine's thread, ``queue`` the photos that wait, ``journal`` remembers them."""
