"""Office files opened: packages of XML parts within limits, and the workbooks among them.

`parts` is any package (OpenDocument and EPUB too), `packages` those of Microsoft Office, `book`
one of sheets. Readers of texts and readers of memories both stand on it.
"""
