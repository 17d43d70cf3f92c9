"""What every room uses: actions, labels, buttons, fields, messages, themes and icons.

May import no other room. Begin with `controls` and `theme`.
"""
