"""The label file: its format, its rows in memory, and the file on disk with its lock.

May import the values of labels; nothing here knows the journal or pair lists. Begin with
``label_file.LabelFile``; what CSV is here, ``csv_format`` and ``csv_records`` say.
"""
