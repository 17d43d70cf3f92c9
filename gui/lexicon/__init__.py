"""What is known of words, whatever the texts: synonyms, inflections, function words, numbers.

The data are in ``resources/model``. Nothing here may import Qt; of the program it knows only
``messages`` and ``resources``. Begin with ``thesaurus.Thesaurus``.
"""
