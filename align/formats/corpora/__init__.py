"""Formats of parallel corpora: texts segment by segment, and the beads apart."""
