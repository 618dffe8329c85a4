"""Formats that are only read: tables in HTML and DOCX, PO."""
