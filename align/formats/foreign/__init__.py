"""Formats that are only read: tables in HTML and DOCX, PO.

`html` and `docx` yield the rows of tables, whose cells a `grid` puts in columns; `document_tables`
makes units of those that hold pairs, by their `table_shape`. `po` has entries and a header.
"""
