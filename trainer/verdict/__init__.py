"""Is a fine-tune better than the model that it began from?

``cases`` are the photos that neither has learnt from, ``judging`` scores both on them, ``confidence`` is the interval
of the gain, ``verdict`` the rule that says better, no clear difference or worse. ``keeping`` makes a model of one's
own.
"""
