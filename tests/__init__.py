"""The proof: rooms mirrored, journeys named after what a person does."""
