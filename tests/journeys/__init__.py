"""Whole journeys, named after what a resident does."""
