"""What other programs do to rows by accident: it is recognized, and undone where that is certain.

May import ``journal``, ``file`` and the values of labels. Begin with ``mending.mended`` for what is
undone before a changed file is compared, and with ``row_identity`` for which rows are the same.
"""
