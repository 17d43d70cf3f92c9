"""How far annotators agree: a page beside the window, computed in a process of its own.

May import `controls` and `gui.agreement`. Begin with `agreement_controller.AgreementController`.
"""
