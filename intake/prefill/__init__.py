"""Sources that already know an answer (BRP, profile), behind one registry.

May import catalogue and earlier rooms.
Front door: `sources.sources`, the registry, and `sources.Source`, what a source is.
"""
