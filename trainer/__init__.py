"""Training and evaluation: photos in, weights and scores out. Runs in a process of its own.

A training flows one way::

    command_line -> run_folder.Order -> preparation -> loop
    photos, dataset -> crops.Shelf -> crops.Crops -> Batch -> training.Training.take_step -> objective, losses
    loop -> events (log, terminal, JSON lines), checkpoint, validation, export

and an evaluation::

    evaluation_sets.pairs -> evaluate.Method -> metrics, niqe, lpips -> tables (beside the figures in paper)

Recipes (``recipes``, ``cookbook``), arguments, the check of photos and the report need no torch.
"""
