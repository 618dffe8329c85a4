"""The layouts a bilingual text can have, one module a family.

`paragraphs` (stacked, interleaved, sections), `columns`, `inline` and `glossed` each say how well
they fit and take the sides apart; `regions` finds where one ends and another begins. Rows stand on
`cells` (what is in them) and `tables` (which columns hold the languages); `rows` and `cues` set two
files side by side, by the rows of their tables and by the times of their subtitles.
"""
