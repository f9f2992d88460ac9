"""Everything that decides what a training does, as frozen values that are written as TOML. No torch.

``settings`` has the five parts of a recipe and ``severity`` how badly photos are damaged, by name. ``rules`` say what
makes sense, a ``recipe`` is checked by them, ``toml`` reads, changes and writes it. ``cookbook`` has the ready ones,
``paper_recipes`` those of the paper, ``reference_recipes`` those of the networks that it compares with.
"""
