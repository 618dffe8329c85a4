"""Units at rest."""
