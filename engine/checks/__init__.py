"""What ``fourfold verify`` proves and ``fourfold bench`` measures.

``verification`` proves that tiles and rows equal the whole, and that files keep what they hold. ``benchmark``
measures speed with ``stopwatch`` against ``baseline``, the plain generator that SRGAN programs run.
"""
