"""Units as JSON: a line each, or the key-value files of software."""
