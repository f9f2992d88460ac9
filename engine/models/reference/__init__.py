"""The networks that the paper compares with, as they were published, each in one file.

``luma`` is what they share: they enlarge the luma alone and leave the colours to bicubic. ``srcnn`` sharpens its
bicubic enlargement, ``drcn`` does so by one convolution over and over, ``espcn`` enlarges at its very end.
"""
