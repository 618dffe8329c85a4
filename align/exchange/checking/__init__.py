"""Checks a memory as CAT tools would on importing it, and repairs it: `checking`, `fixing`.

`catalogue` lists each `Kind` of finding and its `effects`: what each tool does about it. `tmx_file`
reads a TMX file as it stands, as `entries`; `heading`, `languages`, `texts`, `fields` and `repeats`
look at one part each and yield a `Hit`; `findings` judges which tools that concerns, `quality` adds
what `align.checks` finds in the texts, and `verdicts` counts. For the repaired file `repairs`
change units, which are `waiting` until all duplicates are known, and `changes` lists what became of
each.
"""
