"""A whole catalogue in and out: as a file that people review, from one site to the next."""
