"""Picture files, read and written band by band.

A photo is opened by its content, never by its name; its pixels come upright, in bands. A result is written to a
temporary file beside its target, checked, and then put in its place: at any moment the target is the old file or the
new one.

``formats`` knows what each format can hold; ``planning`` says beforehand what will be written and whether it can be;
``reading`` and ``writing`` are the two ways. Below them ``vips_decoder`` and ``vips_encoder`` stream most formats
through libvips, ``whole`` does the rest in memory, and ``packaging`` and ``tiff`` carry what libvips would lose.
"""

from engine.image_files.formats import Format, SaveOptions, sniff
from engine.image_files.planning import check_target, estimated_bytes, saved_header
from engine.image_files.reading import MAX_PIXELS, Photo, open_photo
from engine.image_files.temporary import remove_litter
from engine.image_files.writing import PhotoWriter, save_picture

__all__ = [
    "MAX_PIXELS",
    "Format",
    "Photo",
    "PhotoWriter",
    "SaveOptions",
    "check_target",
    "estimated_bytes",
    "open_photo",
    "remove_litter",
    "save_picture",
    "saved_header",
    "sniff",
]
