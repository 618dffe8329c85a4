"""TEI P5: texts with stand-off alignment, in one file or three."""
