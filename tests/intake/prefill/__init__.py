"""Tests of the sources that know answers already."""
