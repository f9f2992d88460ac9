"""A photo's file and all that it says, read and written band by band.

Reading: ``formats`` recognises the content, never the name; ``reading`` opens it with a codec of ``codecs``; its
pixels come upright, in bands, with what ``metadata`` (``exif``, ``xmp``) found. Writing: ``planning`` says beforehand
what will be written and whether it can be; ``writing`` encodes into a temporary file beside the target, reads it back
and puts it in its place, so that the target is the old file or the new one at any moment. ``batch`` finds the photos
that are meant, and ``naming`` names their results.
"""
