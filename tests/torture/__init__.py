"""Attacks on the whole program from outside; README.md says what each does and what it found.

``python -m tests.torture.NAME [--minutes M] [--seed S]`` runs one of them, ``python -m
tests.torture`` all in turn. What they agree on:

- They end by themselves, soon after their minutes are over.
- The last line on standard output is one sentence with the figures.
- Exit status: 0 nothing was lost and nothing hung; 1 something was; 2 wrong use; 3 something
  that is needed is missing on this machine, and one sentence on standard error says what.
"""
