"""Tests of cases: references, clocks, history."""
