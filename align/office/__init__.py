"""Office files opened: packages of XML parts within limits, and the workbooks among them.

Readers of texts and readers of memories both stand on it.
"""
