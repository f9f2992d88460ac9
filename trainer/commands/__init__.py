"""The trainer's commands. ``command_line`` has their arguments, ``ordering`` turns those of ``train`` into a training
as ordered, ``work`` trains, evaluates and reports, ``teaching`` judges a fine-tune and makes a model of it.
"""
