"""The accessible PDF that proves what was received; WeasyPrint lives here.

May import outbox and earlier rooms.
Front door: `queries`; registers its handler with the outbox.
"""
