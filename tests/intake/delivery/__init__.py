"""Tests of intake.delivery."""
