"""Encryption at rest: key ring, a data key per intake, sealed fields.

May import audit and the engine.
Front door: `sealing`, `keys`, `rotation`.
"""
