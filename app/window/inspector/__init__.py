"""What a result is to be, as the person chooses it.

``panel`` is the panel at the right, made of ``models``, ``sizes`` and ``files``. It makes a ``Choices``, one frozen
value; ``method_choice`` is the part of it that previews need. ``importing`` takes models in, ``preferences``
keeps what was chosen for the next start.
"""
