"""The window: layout, tool bar, opening, closing, and going from pair to pair.

May import every other room. Begin with `main_window.MainWindow`, which only puts parts together.
"""
