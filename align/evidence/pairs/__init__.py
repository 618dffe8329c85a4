"""What speaks for and against two texts being translations of one another, as one row of figures.

Nothing here knows where the pair comes from: the same figures serve the beads of an alignment and
the units of a foreign memory.
"""
