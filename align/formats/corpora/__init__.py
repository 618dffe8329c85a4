"""Formats of parallel corpora: texts segment by segment, and the beads apart.

`writing` is what their writers share, `reading` how their readers make units of beads, `finding`
how these find the other files of a memory, `texts` the segments that beads point into. The XML
formats have `xml_writing`, `xml_reading`, and one reader of links, `links_reader`, which looks up
the `documents` they name; `structures` and `tokens` are what a vertical text is made of.
"""
