"""Checks a memory as CAT tools would on importing it, and repairs it: `checking`, `fixing`.

`catalogue` lists what may be wrong and what each tool does about it. `tmx_file` reads a TMX file
as it stands, `heading`, `languages`, `texts`, `fields` and `repeats` look at one part each, and
`verdicts` counts what that means for the tools.
"""
