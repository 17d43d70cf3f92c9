"""The one scoring model: what steps from words to words and pairs of passages are worth.

May import ``tokenizing``. Begin with ``steps.Step`` and ``swap_features``; ``scores`` adds up the
weights that ``scoring_model.load_model`` reads, ``correspondence`` judges whole passages by them.
"""
