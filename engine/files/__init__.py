"""A photo's file and all that it says, read and written band by band.

Reading: ``formats`` recognises the content, never the name (``foreign`` names what is no photo); ``reading`` opens it
with one of the ``codecs`` within ``limits``; ``beside`` adds what decoders do not pass on, in ``colour`` and
``metadata``. Writing: ``planning`` says beforehand what will be written and whether it can be; ``writing`` encodes
into a temporary file beside the target, reads it back and puts it in its place. ``batch`` finds the photos that are
meant, each once (``file_set``) and without our own ``results``; ``naming`` names what comes of them.
"""
