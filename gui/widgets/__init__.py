"""What the reviewer sees, a room for each thing: `window` puts the others together.

Widgets are given frozen values by set-methods and announce by signals what the reviewer does;
controllers connect them with `gui.review`. Begin with `window.main_window`.
"""
