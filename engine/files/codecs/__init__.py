"""The formats themselves.

``vips_decoder`` and ``vips_encoder`` stream most of them through libvips. ``in_memory`` has the others whole: it reads
BMP, GIF, HEIC and JPEG XL and writes WebP and JPEG XL. ``packaging`` and ``tiff`` carry the metadata that libvips would
lose. ``jpeg``, ``traps``, ``jxl_header`` and ``stored_png`` do what no library offers. ``encoding`` picks what writes a
format.
"""
