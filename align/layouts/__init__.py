"""The layouts a bilingual text can have, one module a family.

`paragraphs` (stacked, interleaved, sections), `columns`, `inline` and `glossed` each say how well
they fit and take the sides apart; `regions` finds where one ends and another begins.
"""
