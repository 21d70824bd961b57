"""How a case travels to a partner: the document, the seal, the HTTP push.

May import outbox and earlier rooms.
Front door: registers its handler with the outbox.
"""
