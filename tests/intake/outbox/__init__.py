"""Tests of intake.outbox."""
