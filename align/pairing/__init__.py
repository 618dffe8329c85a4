"""Files to jobs: which stand alone, and which two belong together.

By what they are called (`by_name`, with the `marks` of languages in names), and those that are left
by what they say (`by_content`): a `portrait` is what is kept of a file, drawn of a `sample` of it;
`surface` and `chains` measure how alike two are, `likeness` makes a probability of that, and
`assignment` finds the best pairs of all.
"""

from align.pairing.by_name import Found, find_jobs, pair_jobs

__all__ = ["Found", "find_jobs", "pair_jobs"]
