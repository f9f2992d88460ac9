"""Teaching a model one's own photos, in five steps that ``page`` leads through.

``photos_step`` shows what ``check`` has ``findings`` of and ends in a ``Material``; ``goal_step`` makes a ``Goal``.
``commands`` turns both into a command line, ``runner`` starts it as a child, a process of the same executable, and
every event that this one tells goes into a ``course``, which ``run_step`` shows. ``verdict_step`` sends an errand, a
child for one answer, that brings a ``Verdict``; ``model_step`` sends another to keep the model under a name.
``trainings`` knows the folders on disk. Nothing here imports torch.
"""
