"""The list of pairs, the details of the one in the window, progress, and guidelines.

May import `controls` and the models of `gui.review`. Begin with `pair_list.PairsPanel`.
"""
