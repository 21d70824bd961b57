"""Tests of the verbs, each across its rooms."""
