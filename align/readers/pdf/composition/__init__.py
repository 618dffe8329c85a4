"""From the lines of pages to the blocks of a document: what a page was composed of.

`heads` and `repeats` take off what stands on every page. `gutters` cuts a page into columns,
`grids` finds rows in them (`ruled`, where rules are drawn), `turns` which column is read first,
`sides` which of both it is; `flows` strings columns together over pages, one text or two side by
side. `paragraphs` joins lines, `words` what a line end broke; `blocks` writes it all down. `places`
holds the records, `seams` how two lines go together.
"""
