"""XLIFF 1.2 and 2.1, and what CAT tools make of 1.2."""
