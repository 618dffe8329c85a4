"""Formats of parallel corpora: texts segment by segment, and the beads apart.

`writing` is what their writers share, `finding` how their readers find the other files of a memory,
`texts` the table of segments that beads point into.
"""
