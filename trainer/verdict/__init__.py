"""Is a fine-tune better than the model that it began from?

``cases`` are the photos that neither has learnt from, ``judging`` scores both on them, ``comparison`` is the mean gain
over photos and ``confidence`` its interval. ``grounds`` is the rule that says better, better on one's own and worse on
others, no clear difference or worse, and the sentence for it; ``verdict`` is the whole as one value and as JSON, with
the mix that is proposed. ``keeping`` makes a model of one's own.
"""
