"""Controls that every room uses: labels, buttons, fields, tables, themes and icons.

May import no other room. Begin with `controls` and `theme`.
"""
