"""The words of two documents are aligned, across sentences and sections.

May import ``modelling``, ``tokenizing`` and ``furniture``. Begin with ``alignment.Aligned``:
``anchors`` says where the texts certainly correspond, ``viterbi`` finds the best steps in between,
``cuts`` divides changes.
"""
