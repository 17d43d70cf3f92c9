"""Learning the weights of the aligner from pairs of texts whose alignment is known.

Nothing in the program imports this package, which may not import Qt; only it needs numpy and
scipy (the extra ``train``). Begin with ``__main__``: ``python -m gui.training`` reads the pairs
of ``resources/model/pairs``, writes ``resources/model/weights.json`` and reports how well the
aligner then does on pairs that it has not seen.

A marked file becomes a ``MarkedPair``, and that an ``Example``: the pair as the aligner sees it,
with the steps that are right (both in ``marked_pairs``); its parts become arrays (``corpus``,
``path_features``), put together in ``batches``. ``lattice`` sums over all their alignments, and
``fit`` finds the weights that make the right ones likely, ``fit_cuts`` those of the second look;
``fit_stories`` those that tell one story from two of one kind; all three search by
``minimization``, as far as is needed for the same digits on every kind of processor.
``passages``, ``neighbours`` and ``reordered`` try what is no weight of a feature.
``learned_from`` tells when that has to be done again. ``evaluation`` measures the result.
``thesaurus_builder`` makes the other file of the model.
"""
