"""Photos shared out over the workers of a Dask cluster. Only who asks for that imports it, and dask with it.

``connecting`` finds the workers, or starts those that ``places`` plans on this computer, and sees that all are of one
version. ``sharing`` stays with the person: it has each photo looked at, decides its target in the photos' order, once,
and has it made, with a few photos a worker under way. ``work`` is what a worker does, the same as one computer alone.
"""
