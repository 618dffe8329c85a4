"""Documents of word processors and slides: DOCX (`docx`), ODT (`odt`), RTF (`rtf`), PPTX (`pptx`).

Each module named after a suffix is a reader; those beside it, with its name before theirs, are its
parts; all tell a `flow` what they find, which puts notes, text boxes and tables in reading order.
`telling` parses the XML of DOCX and ODT as a stream.

Of DOCX: `docx_text` tells properties from text, `docx_content` what is written and how it is
structured (over `docx_styles`, `docx_fields`, `docx_covers`, `docx_runs`, `docx_signs` and
`docx_tables`), and `docx_notes` keeps what is referred to. Of ODT: `odt_package` opens, `odt_text`
knows the elements and `odt_styles` what their styles mean. Of RTF: `rtf_tokens` are taken one by
one by `rtf_text`, in a `rtf_state`, with what the `rtf_header`, `rtf_words` and `rtf_tables` mean.
Of PPTX: `pptx_places` knows the order of shapes, `pptx_shapes` what is in them.
"""
