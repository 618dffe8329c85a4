"""Memories to memories: `converting`, `merging`, `checking`."""
