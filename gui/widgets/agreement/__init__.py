"""How far annotators agree: a page beside the window, computed in a process of its own.

Begin with ``AgreementController``.
"""
