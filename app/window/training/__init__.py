"""Teaching a model one's own photos. ``page`` puts the five steps together: photos, goal, training, verdict, model.

The work is done by children, processes of the same executable: ``child`` starts one and hears it, ``commands`` says
what it is told to do, ``endings`` turns how it ended into a sentence. ``course`` is what a training has told so far,
``trainings`` the folders on disk. Nothing here imports torch.
"""
