"""What a result is to be, as the person chooses it.

``panel`` is the panel at the right, made of ``models`` (``methods``, ``kinds`` of photos and texture), ``sizes``,
``files`` and ``computing``. It makes a ``Choices``, one frozen value; ``model_choice`` says which model a method and a
kind of photo come to, ``method_choice`` is the part that the engine's previews need, ``outcome`` what a photo becomes.
``importing`` takes models in, ``preferences`` keeps what was chosen for the next start. ``facts`` shows what is known
of the photo.
"""
