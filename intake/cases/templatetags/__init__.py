"""What templates need to tell of a case."""
