"""TEI P5: texts with stand-off alignment, in one file or three.

Writing: `writer` puts together what is a `draft` until its header is known: each `text`, made of
`sentences`, and the `alignment`; `header` describes their `contents` in the words of `prose`.
Reading: `walking` goes through a file twice, for its `links`, then for the `segments` they lead to;
both wait in a `table`. `targets` and `sides` follow a link, `remarks` are what is said of it, and
`units` makes units of that.
"""
