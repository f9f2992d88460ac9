"""Pixels in, pixels out: everything Fourfold knows about upscaling a photo.

The engine knows neither Qt nor the trainer. A photo flows through it one way::

    files.reading -> compute.tensors -> compute.runner (streaming | tiling) -> compute.rows -> files.writing

``models`` says which network computes, ``jobs`` what a person asked for, ``checks`` proves and measures it.
"""
