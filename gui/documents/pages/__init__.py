"""Web pages, and articles as programs exchange them: the article, and what stands around it.

May import ``text`` and the values of documents; lxml is imported with the first page. Begin with
``article.read_page``; ``markup`` has the blocks of a page, ``page_styles`` what of it is shown.
"""
