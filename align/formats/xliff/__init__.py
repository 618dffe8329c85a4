"""XLIFF 1.2 and 2.1, and what CAT tools make of 1.2.

`writer` and `writer2` are one for each version, over `writing`; `reader` reads both: the units of a
`stream`, the `pairs` of texts in each, their texts without codes (`inline`, `phrase`) and `props`.
"""
