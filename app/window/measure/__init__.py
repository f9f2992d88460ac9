"""Figures by the paper's protocol, for one photo or for this computer.

``page`` shows them, a photo's in the table of ``figures`` below the bar of ``progress``, the computer's by
``computer_check``; ``task`` computes them on the engine's thread. ``vgg19_field`` says whether VGG19's weights are
there and gets them, for measuring and for teaching texture.
"""
