"""Tests of `align.pairing`."""
