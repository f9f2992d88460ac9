"""Graphics cards and other processors that torch does not know, in a child process whose end harms nobody.

Vulkan's of any maker are computed on by ncnn, Intel's graphics and NPUs by OpenVINO. ``listing`` says what there is.
``conversion`` writes a generator of ours down as ncnn reads it, ``child`` is the process that computes it with one of
the ``runtimes``, ``wire`` what goes through its pipes, ``process`` holds their other ends, and to torch the whole is a
``network``. ``proof`` tries it before the first photo, ``choice`` says where it is quicker than the CPU. Only the
runtimes import ncnn and OpenVINO, and they and ``child`` import no torch.
"""

CHILD = "card-child"
"""The first argument of the child where it is the built program."""
