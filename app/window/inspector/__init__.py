"""What a result is to be, as the person chooses it.

``panel`` is the panel at the right, made of ``models``, ``sizes``, ``files`` and ``computing``. It makes a
``Choices``, one frozen value; ``outcome`` says what a photo becomes by it, ``method_choice`` is the part that the
engine's previews need. ``importing`` takes models in, ``preferences`` keeps what was chosen for the next start.
"""
