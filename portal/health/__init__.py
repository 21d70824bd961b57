"""Liveness and readiness for whoever runs the machines.

May import settings.
Front door: `urls`, `views.security_txt`.
"""
