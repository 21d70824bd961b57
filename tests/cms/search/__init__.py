"""Search: what residents type, and what they find."""
