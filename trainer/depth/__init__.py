"""What residual blocks and the long skip connection bring (the paper's figure 7), in one folder::

    order.DepthOrder -> budget, which times steps and shares the minutes out -> training, a network after the other
    -> measuring, PSNR and time -> result.DepthResult, as JSON and CSV -> figure

``ablation`` is the way through. Every network takes the same steps on the same crops; each begins from the same seed.
"""
