"""The wizard's screens, through Django's test client."""
