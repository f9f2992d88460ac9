"""From Save to a file on disk.

``saver`` turns a press of Save into orders, ``existing`` asks what to do with files that are there. ``queue`` does
one order after the other: ``task`` runs each on the engine's thread, where ``engine.jobs.saving`` decides what is done;
``journal`` keeps them over a crash. ``copying`` takes the view or the whole result to the clipboard.
"""
