"""What happens to real photos, one room for each damage. All work on (N, 3, H, W) RGB in [0, 1] on any device, with a
strength for each picture; none moves a picture, not even by half a pixel.
"""
