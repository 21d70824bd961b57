"""Tests of intake.partners."""
