"""Everything that decides what a training does, as frozen values that are written as TOML. No torch.

``settings`` has the five parts of a recipe and checks them, ``cookbook`` the ready recipes, ``severity`` how badly
photos are damaged, by name.
"""
