"""Tests of drafts and submissions."""
