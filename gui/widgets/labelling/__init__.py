"""Labelling: the label bar, the note, and the save sign.

May import `controls`. Begin with `labelling_controller.LabellingController`.
"""
