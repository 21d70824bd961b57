"""Chain partners: addresses, keys, and the gate in front of each.

May import cases and earlier rooms.
Front door: `queries`, `keys`, `gates`.
"""
