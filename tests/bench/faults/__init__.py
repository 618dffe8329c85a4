"""Seeded faults put into right pairs: how many are flagged, and how many right pairs are too."""
