"""One case per topic: reference, statutory clocks, an append-only history.

May import submissions and earlier rooms.
Front door: `queries`, `opening`, `history`, `lifecycle`, `reference`, `clocks`.
"""
