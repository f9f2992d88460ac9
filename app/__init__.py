"""Fourfold as people meet it: the command line and the window, two front ends of one engine. Never imports torch."""
