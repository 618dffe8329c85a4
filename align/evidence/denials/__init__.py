"""The words that deny, by language; each module has three tuples of patterns.

They are for the folded words of a text (see `align.text.tokens.fold`), each with a space after it,
and ``, `` where punctuation parts two of them. ``SURE`` denies. ``MAY`` hides a denial that the
other language may say outright: unable, refuse, only. ``NONE`` looks like a denial and is none.
Where several fit, NONE goes before MAY, and MAY before SURE.
"""
