"""What templates say of the catalogue."""
