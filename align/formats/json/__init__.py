"""Units as JSON: `reader` and `writer` of a line each, `values` of the files of software.

For these `loading` and `streaming` parse files, `pairs` finds two texts that belong together by
their `keys`, and `beside` finds the file with the other language.
"""
