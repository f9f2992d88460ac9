"""From a folder of photos to batches of crops.

``photos`` reads them and splits them by photo, ``dataset`` says which serve and why not. ``crops`` keeps all of them
on the device as 8-bit pairs and takes a batch by one gather. ``degradations`` mixes and draws the kinds of damage
that ``degradation`` does to a batch: LR as real photos come.
"""
