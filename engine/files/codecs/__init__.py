"""The formats themselves. ``vips_decoder`` and ``vips_encoder`` stream most of them through libvips, ``whole`` does
the rest in memory (AVIF, HEIC, JPEG XL), ``packaging`` and ``tiff`` carry the metadata that libvips would lose,
``jxl_header`` and ``stored_png`` stand in for what no library offers, and ``encoding`` picks the one that writes a
format.
"""
