"""People judge methods blindly, by the paper's opinion test or by pairs.

``making`` turns an ``order``, photos (``subjects``) and methods (``contenders``), into a ``folder`` of images whose
names tell nothing; ``design`` is what stands in its files. ``trials`` puts the images into an order for each rater,
``session`` is one rater at work, and ``ratings`` keeps each answer before the next image comes. ``merging`` unites
copies. ``opinions`` lays the key over the answers, ``result`` is what they say (``findings``, from ``rated`` or
``paired``), and ``tables`` writes it as CSV. Torch is needed for making, scipy for the result, Qt for nothing.
"""
