"""Text, whatever file it is from: its encoding, its sections, sentences and words, what is hidden.

May import ``document``; no reader of a format. Begin with ``segmentation.read_text``, and with
``decode.decode`` for bytes.
"""
