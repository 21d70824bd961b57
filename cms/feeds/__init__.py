"""What other programs read of the public site.

The product catalogue for overheid.nl, the site map, news, what stands in the head of a
page, and what robots may read. Dutch pages and true translations only: where nobody
translated a page, its copy in another language is left out.
"""
