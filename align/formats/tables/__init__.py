"""Units as rows: TSV, CSV, XLSX, Parquet, Wordfast.

`rows` makes units of the rows of any table, `headings` says which columns hold the texts, `columns`
what a unit of ours is as a row, `decoding` guesses at encodings. The parts of XLSX and Wordfast
have their name before them.
"""
