"""Scorers: how likely is a bead a right pair, as a number that means the same everywhere."""
