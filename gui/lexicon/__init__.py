"""What is known of words whatever the texts: synonyms, inflected forms, function words, numbers.

The data stand in ``resources/model``. This package may import nothing of the program but
``resources``. Begin with ``thesaurus.Thesaurus``.
"""
