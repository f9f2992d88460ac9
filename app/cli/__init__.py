"""The command line: ``parser`` knows the words, ``running`` the exit codes, one module a command does the work."""
