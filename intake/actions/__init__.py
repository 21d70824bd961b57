"""One verb per file: every write that crosses rooms, each one transaction.

May import every room but the doors.
Front door: one function per module, named as the module.
"""
