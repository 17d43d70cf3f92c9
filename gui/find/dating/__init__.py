"""When an article was published: days and times in many languages, in its text or metadata.

May import ``documents``, nothing of the search. Begin with ``dates.date_of``; ``month_names`` and
``clock_times`` bring what it looks for into one form.
"""
