"""Copydesk: read two articles side by side, see what was swapped, label the pair.

This file imports no Qt, so that the command lines and the core start without it.
"""

__version__ = "0.2.0"
