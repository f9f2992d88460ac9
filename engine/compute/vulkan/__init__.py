"""Graphics cards of any maker, by Vulkan: ncnn computes, in a child process whose end harms nobody.

``cards`` lists what there is. ``conversion`` writes a generator of ours down as ncnn reads it, ``child`` is the process
that computes it, ``wire`` what goes through its pipes, ``process`` holds their other ends, and to torch the whole is a
``network``. ``proof`` tries it before the first photo, ``choice`` says where it is quicker than the CPU. Only ``child``
imports ncnn, and it imports no torch.
"""

CHILD = "vulkan-child"
"""The first argument of the child where it is the built program."""
