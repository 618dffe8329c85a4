"""Sheets and tables in: `xlsx` and `delimited` (CSV, TSV) hand their rows to `tables`.

`delimiters` says what separates the cells of a text, and cuts it into rows.
"""
