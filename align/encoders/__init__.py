"""Sentence encoders: texts in, unit vectors out; each module offers ``encoder() -> Encoder``."""
