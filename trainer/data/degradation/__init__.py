"""What happens to real photos, one room for each damage. All work on (N, 3, H, W) RGB in [0, 1] on any device, with a
strength for each picture; none moves a picture, not even by half a pixel.

``mixtures`` damages a batch to learn from by chance (``draws``), ``fixed`` does the same damages each time, to compare.
"""
