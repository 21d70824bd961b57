"""What whoever keeps the catalogue gets told."""
