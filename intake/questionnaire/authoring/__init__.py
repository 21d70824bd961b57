"""What whoever keeps the catalogue needs: lint, rules in words, versions compared, use, places.

The intake itself needs nothing of it.
"""
