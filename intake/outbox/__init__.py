"""The secure transactional outbox: events, fenced deliveries, the relay.

May import partners and earlier rooms.
Front door: `events.emit`, `destinations.register`, `relay`, `status`.
"""
