"""Design-system components as template tags, and the style sheet's source.

May import settings.
Front door: the `ui` template tag library.
"""
