"""The trainer's commands. ``command_line`` names them with the places of their words (``train_words``, ``words``) and
of their work, of which ``table`` imports what is asked for. ``ordering`` turns the arguments of ``train`` into a
training as ordered, ``work`` trains and reports, ``evaluating`` scores methods, ``teaching`` judges a fine-tune and
makes a model of it.
"""
