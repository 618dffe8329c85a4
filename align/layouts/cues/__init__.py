"""Subtitles in two languages: which cues make a sentence together, and where both begin anew.

`clock` finds how the times of one side go over into those of the other, `endings` what a cue tells
by its text of whether the sentence goes on, `joining` decides with both, `pairing` sets blocks of
two files side by side.
"""
