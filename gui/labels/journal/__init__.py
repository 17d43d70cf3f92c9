"""The recovery journal: what was decided, kept before the label file says it, and what follows.

May import ``file`` and the values of labels; nothing here knows what other programs do to a label
file. Begin with ``journal.Journal``; ``current_rows.CurrentRows`` has the rows that come of all
entries.
"""
