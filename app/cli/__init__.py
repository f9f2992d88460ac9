"""The command line: ``parser`` knows the words, ``running`` the exit codes, one module a command does the work.

For ``upscale``, ``ordering`` turns the words into orders, ``upscaling`` has each carried out, ``reporting`` tells of it.
"""
