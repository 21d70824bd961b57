"""What somebody reads when a page cannot be given, and the switch for maintenance.

May import cms and settings; the pages for 400, 500 and 503 ask neither the database nor
the cache. Front door: `pages` (the handlers in `portal.urls`), `maintenance`.
"""
