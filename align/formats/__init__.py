"""The formats units are written in, and read from: a package for each family.

A writer is a class of `writing`, named in ``registry.TABLES["formats"]``; a reader is a function
from a path and a `reading.Reading` to units, named in ``registry.TABLES["memories"]``. Begin with
`memories`, which finds either by the name of a file.

    tmx       TMX
    tei       TEI P5, in one file or three
    xliff     XLIFF 1.2 and 2, and what CAT tools make of 1.2
    tables    a row a unit: TSV, CSV, XLSX, Parquet, Wordfast
    json      JSON lines; the key-value files of software
    corpora   texts and beads apart: Moses, XCES, InterText, vertical, ladder, Vecalign
    foreign   what is only read: tables in HTML and DOCX, PO

All of them share `writing` (files that appear whole), `reading` (what a reader is told, the losses
it counts) and `opening` (packed files, limits). Of a unit, `props` is what there is beside its
texts, `flags` has its flags point into the tidied texts, `fields` understands a score. `lines` is
for formats of lines, `markup` for those of XML, `xml_kinds` tells these apart, `packages` opens
Office files.
"""
