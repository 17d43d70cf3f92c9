"""Learning the weights of the comparison's scoring model from pairs with known alignments.

``python -m gui.training`` reads the pairs of ``resources/model/pairs`` and writes
``resources/model/weights.json``. Nothing of the program imports this package; it needs numpy
and scipy (the extra ``train``). Begin with ``pairs``.
"""
