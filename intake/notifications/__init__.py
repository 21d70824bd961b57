"""Mail that says there is news, never what.

May import outbox and earlier rooms.
Front door: registers its handler with the outbox.
"""
