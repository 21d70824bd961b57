"""The Django project and everything a signed-in person sees.

Wires `cms` and `intake`; nothing imports it but tests.
"""
