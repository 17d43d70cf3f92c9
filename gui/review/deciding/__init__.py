"""Decisions on their way to the disk, and the time of attention that each took.

May import ``background`` and ``labels``; nothing here knows the list or the comparison of a pair.
Begin with ``decisions.Decisions``; ``saving.LabelWriter`` brings the label file up to date.
"""
