"""Units as rows: TSV, CSV, XLSX, Parquet, Wordfast."""
