"""TMX, the format that every CAT tool imports: `writer` and `reader`.

Reading: `decoding` makes UTF-8 of the bytes, `head` looks at what comes before the units, `pieces`
cuts the file behind them, `elements` parses pieces, one unit at a time where one is damaged
(`spans`, `mending`), and `units` makes units of elements, choosing their `sides`. Writing: `rows`
are units with their neighbours, `lines` the XML of them, with the codes of `languages` and the
field types of `trados`, and `parts` the files that they go to.
"""
