"""The command line: ``parser`` knows the words, ``running`` the exit codes, one module a command does the work.

For ``upscale``, ``ordering`` turns the words into orders, ``upscaling`` has them carried out, ``reporting`` says how
it goes.
"""
