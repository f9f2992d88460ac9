"""The panel at the right: what a result is to be. It makes a ``Choices`` from widgets and shows one in them."""
