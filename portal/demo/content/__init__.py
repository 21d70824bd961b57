"""Zeventerpen's pages: the words in YAML files per language, and what loads them.

May import cms and intake's public functions.
Front door: `pages.load_pages`.
"""
