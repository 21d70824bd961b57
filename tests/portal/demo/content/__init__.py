"""Zeventerpen's pages: loading them, and what a visitor gets."""
