"""What models there are, and one of them ready to use.

``catalog`` lists the models by the ``cards`` in their files, without torch. ``loading`` turns an entry into a
``Model``: ``weights`` reads and mixes the tensors, ``dimensions`` are the network's shape, and ``architectures`` makes
the network of them: ``networks`` is the paper's generator, ``reference`` has those that it is compared with.
``resampling`` is bicubic and nearest neighbour. All have one call: (N, 3, H, W) in, (N, 3, sH, sW) out.
"""
