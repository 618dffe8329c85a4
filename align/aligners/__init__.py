"""Aligners: two sequences of segments in, beads out; one dynamic programme serves them all."""
