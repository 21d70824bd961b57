"""Who read or changed what, when and why; rows are only ever added.

May import the engine only.
Front door: `record.record`, `queries`.
"""
