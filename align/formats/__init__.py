"""The formats units are written in, and read from: one module each.

`tmx` for translation memories, `tei` for texts with stand-off alignment, `tsv` and `jsonl` for
programs. Each writer is a context manager made from a path and the settings; a whole file stands
there when it is left, or none. `memories` reads what is a memory, whoever made it, by a reader per
format (`tmx_reader` …). `sides`, `fields`, `markup`, `line_writer` and `line_reader` hold what
several of them need.
"""
