"""What a file says about a photo, made true for its result.

``exif`` and ``xmp`` read and write the blocks, ``true_exif`` and ``true_xmp`` change them for another size,
``true_metadata`` does so for all of a photo, provenance included. ``shot`` tells a person how it was taken. ``notes``
are texts under keywords, ``losses`` says what a result cannot hold. ``room`` places parts that refer to each other;
``directories`` and ``rationed`` look through tags that are not to be trusted.
"""
