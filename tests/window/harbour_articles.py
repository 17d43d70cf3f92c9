"""An article, a copy of it, and another article, on which windows of tests are opened."""

from __future__ import annotations

ARTICLE = """Council votes to reopen the old harbour

12 May 2031

The council voted on Tuesday to reopen the old harbour after nine years.

Officials said the first boats could arrive before the summer, if the new wall is finished.

Reporting by the harbour desk
"""
COPY = """The council voted on Tuesday to reopen the previous port after 9 years.

Officials said the first ships could arrive before the summer, if the new wall is completed.

Source link
"""
OTHER = """Bakers of the valley share one oven

Each Friday the oven behind the school is lit for whoever brings dough.
"""
