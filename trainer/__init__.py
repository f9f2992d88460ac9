"""Training and evaluation: photos in, weights and scores out. Runs in a process of its own.

A training flows one way::

    commands: command_line -> ordering -> run_folder.TrainingOrder -> train.preparation -> train.loop
    data: dataset, photos -> photo_store -> crops.Crops -> Batch -> train.training.Training.take_step
    train.loop -> events -> listeners (log, terminal, JSON lines), checkpoint, validation, export

and an evaluation::

    evaluation: evaluation_sets -> methods -> evaluate, by metrics -> tables (beside the paper's figures)

Recipes, arguments, the check of photos and the report need no torch.
"""
