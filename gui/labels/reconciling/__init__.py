"""Journal and label file are brought together: what we write, what others wrote, what is in doubt.

May import all other rooms of labels; the store imports it. Begin with ``projection.Projection``;
``stale.resolve`` tells wish, accident and doubt apart, and ``row_repair`` mends on request.
"""
