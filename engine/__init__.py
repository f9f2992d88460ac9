"""Pixels in, pixels out: everything Fourfold knows about upscaling a photo.

The engine knows neither Qt nor the trainer. A photo flows through it one way::

    image_files -> tensors -> upscaler (streaming | tiling) -> resampling -> tensors -> image_files

See ``ARCHITECTURE.md`` for the rooms and what each is for.
"""
