"""From Save to a file on disk.

``saver`` turns a press of Save into orders, ``existing`` asks what to do with files that are there, ``save_as`` where
one of them goes. ``queue`` does one order after the other, each of them a ticket (``tickets``): ``task`` runs it on the
engine's thread, where ``engine.jobs.saving`` decides what is done; ``pace`` tells how long it will take, ``stopping``
asks before work is lost, ``journal`` keeps what is left over a crash and a restart. ``copying`` takes the view or the
whole result to the clipboard.
"""
