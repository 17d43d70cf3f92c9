"""Labelling: the label bar, the note, the save sign, and accidents to the label file.

May import `controls` and `window.actions`. Begin with `labelling_controller.LabellingController`.
"""
