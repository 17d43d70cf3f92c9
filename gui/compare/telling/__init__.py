"""Aligned sections become what a comparison tells: its changes and its figures.

May import all other rooms. Begin with ``section_changes.proposed_changes``.
"""
