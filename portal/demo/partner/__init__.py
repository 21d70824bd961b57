"""The partner simulator: every demo partner as the other side of real HTTP.

A process of its own (`python -m portal.demo.partner`), without Django, with its own
keys and its own store. `open_message` is the file that a real partner could copy.
"""
