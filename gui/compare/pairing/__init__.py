"""Sections follow from the aligned words: paired, moved, missing or added.

May import ``aligning``, ``modelling``, ``tokenizing`` and ``furniture``. Begin with
``pair_alignment.PairAlignment``; ``section_alignment`` cuts the steps into sections, ``moves`` and
``leftovers`` find what stands in another place.
"""
