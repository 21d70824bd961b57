"""Blocks: headings in order, and refusing what would not be accessible."""
