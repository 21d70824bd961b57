"""What asks attention in the catalogue: on the first screen of the admin, and as a list."""
