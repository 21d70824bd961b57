"""Published, immutable versions of what can be asked, for whom, by which law.

May import vault, audit and the engine.
Front door: `publishing.publish`, `queries`, `files`, `municipality`.
"""
