"""Learning the weights of the aligner from pairs of texts whose alignment is known.

``python -m gui.training`` reads the pairs of ``resources/model/pairs``, writes
``resources/model/weights.json`` and reports how well the aligner then does on pairs that it has
not seen. Nothing in the program imports this package, and only this package needs numpy and
scipy (the extra ``train``).

A marked file becomes a ``Pair`` (``pairs``), to which mixtures of pairs are added (``foreign``).
An ``Example`` is a pair as the aligner sees it, with the steps that are right (``examples``); its
parts become arrays (``corpus``, ``feature_names``). ``lattice`` sums over all alignments of a
part, and ``fit`` finds the weights that make the right ones likely. ``report`` and ``baselines``
measure the result. ``thesaurus`` builds the other file of the model.
"""
