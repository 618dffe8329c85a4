"""The formats units are written in, and read from: a package for each family.

`writing` and `reading` are what all of them share, `opening` opens their files, `memories` finds
the reader or writer of a file by its name. `props` is what a unit is beside its texts, `sides` and
`fields` are how its parts are written and understood.
"""
