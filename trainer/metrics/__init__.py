"""What is measured, and what a perceptual loss looks through. Each measure is tested against another implementation.

``metrics`` is PSNR, SSIM and the distance through features, ``niqe`` and ``lpips`` are what their names say.
``features`` is VGG19 (``vgg``, its file from ``vgg_file``) or local contrast; ``unit_distance`` compares two of their
activations. ``state_files`` reads other programs' weights.
"""
