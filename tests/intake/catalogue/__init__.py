"""Tests of publishing and reading catalogues."""
