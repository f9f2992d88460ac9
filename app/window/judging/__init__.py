"""People judge models blindly on their own photos, in three steps that ``page`` leads through.

``choose_step`` makes a ``wish``, of photos (``photos_field``) and methods (``methods_field``, whose names ``methods``
knows); ``maker`` sends a child that makes the study of it. ``studies`` knows the folders on disk, ``earlier_field``
offers them again. ``rate_step`` shows one trial after the other by ``pictures``, ``answers`` being the keys; what a
rater says is kept by ``trainer.study``. ``result_step`` shows what comes of it, computed by ``finder`` and drawn by
``chart``. Nothing here imports torch.
"""
