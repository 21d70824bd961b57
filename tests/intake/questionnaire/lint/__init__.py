"""Lint of a catalogue."""
