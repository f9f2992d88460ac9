"""What ships beside the code: weights, sample photos, icons.

Read through ``importlib.resources`` so that source, wheel and frozen app agree.
"""
