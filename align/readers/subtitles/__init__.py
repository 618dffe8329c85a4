"""Subtitles (SRT, WebVTT, ASS): the cues of one language, the two languages of one file as rows.

`reader` is the way through: `cues` reads the file, `credits` finds what is no speech, `tracks`
tells languages apart, `rows` sets them side by side. Which cues make a sentence together is a
question for `align.layouts.cues`, since the other language helps to answer it.
"""
