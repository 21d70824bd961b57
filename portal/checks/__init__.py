"""House rules as Django system checks.

May import settings.
Front door: registered on start.
"""
