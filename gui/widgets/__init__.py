"""What the reviewer sees. Each file is one thing; main_window.py puts them together.

Widgets are given frozen values by set-methods and announce what the reviewer does by
signals; they decide nothing and read or write no file of the reviewer's.
"""
