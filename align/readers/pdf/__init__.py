"""PDF in two halves: `pages` makes lines of logical text of glyphs, `reader` a document of lines.

First half: `files` opens, after `streams` has looked for bombs; `glyphs` takes characters and their
places out of PDFium and trusts none of its order; `ligatures` and `clusters` put letters together,
`baselines`, `rows`, `strips` (the white between columns) and `raised` put them into lines;
`directions` (with `margins`), `order` (with `bidi`, `brackets` and `units`) and `spelling` find the
order of reading by evidence; `lines` and `repairs` write it down. `rules` finds what is ruled;
`pictures` and `ocr` are for scans.
"""
