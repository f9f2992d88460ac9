"""From an order to weights.

``preparation`` does all that goes before the first step: ``beginning`` has the networks and ``initialisation`` their
first weights, ``photo_choice`` the photos and ``photo_loading`` brings them here, ``teacher`` is another model to learn
from. ``loop`` is the loop on one screen. ``training`` has what changes from step to step: ``objective`` and ``losses``
say what the generator is asked for, ``discriminators`` tell upscaled from real and ``adversary`` weighs them,
``optimisers`` and ``pace`` move the weights. Every so often ``validation`` scores them, ``checkpoint`` saves all, and
``export`` writes candidates with their card. ``distributed`` averages gradients over several processes, ``compiling``
is for long trainings.
"""
