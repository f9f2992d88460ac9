"""What models there are, and one of them ready to use.

``catalog`` lists the models by the ``cards`` in their files, without torch. ``loading`` turns an entry into a
``Model``: ``weights`` reads and mixes the tensors, ``dimensions`` tells the network's shape from them, ``networks``
is the paper's generator, ``resampling`` is bicubic and nearest neighbour. All have one call: (N, 3, H, W) in, (N, 3,
sH, sW) out.
"""
