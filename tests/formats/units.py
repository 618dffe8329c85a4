"""Units of any kind that a memory may hold, for property tests: valid, so NFC and tidied."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from align.model import Flag, Location, Origin, TranslationUnit
from align.text.tidy import tidy

__all__ = ["RAW", "UNITS"]

_INVISIBLE = "\u200f\u200e\u061c\u2067\u2069\u00a0"
RAW = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(f"ابتةىـَُِّْٰ؟،؛٠١٢۳ {_INVISIBLE}<&>\"'\x1f\u2028"),
    ),
    max_size=60,
)
_TEXTS = RAW.map(partial(unicodedata.normalize, "NFC")).map(tidy).filter(bool)
_NAMES = st.one_of(
    st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,9}", fullmatch=True),
    st.sampled_from(["score", "prop-score", "x-score", "place", "flag", "note", "creationdate"]),
)
_PLACES = st.one_of(
    st.just((None, 0, 0)),
    st.tuples(
        st.sampled_from(["source", "target"]), st.integers(0, 99_999), st.integers(0, 99_999)
    ),
)
_FLAGS = st.builds(
    lambda flag, place: replace(flag, side=place[0], start=place[1], end=place[2]),
    st.builds(
        Flag,
        id=st.from_regex(r"[a-z][a-z-]{0,9}", fullmatch=True),
        severity=st.sampled_from(["error", "warning", "info"]),
        message=st.one_of(st.just(""), _TEXTS),
    ),
    _PLACES,
)
_NUMBERS = st.integers(0, 99_999)
_FILES = st.one_of(
    st.sampled_from(["tales/bridge.txt", "a b%20c.txt", "عقد.ar.txt"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9),
)
_LOCATIONS = st.lists(
    st.builds(
        Location,
        path=_FILES,
        block=st.from_regex(r"b[0-9]{1,3}(\.[0-9])?", fullmatch=True),
        line=_NUMBERS,
        start=_NUMBERS,
        end=_NUMBERS,
    ),
    max_size=3,
).map(tuple)
UNITS = st.builds(
    TranslationUnit,
    id=st.from_regex(r"u[0-9a-f]{16}", fullmatch=True),
    source=_TEXTS,
    target=_TEXTS,
    source_lang=st.just("ar"),
    target_lang=st.just("en"),
    kind=st.sampled_from(["1-1", "2-1", "1-3"]),
    score=st.integers(0, 10_000).map(lambda n: n / 10_000),
    flags=st.lists(_FLAGS, max_size=3).map(tuple),
    origin=st.one_of(
        st.none(), st.builds(Origin, document=_TEXTS, source=_LOCATIONS, target=_LOCATIONS)
    ),
    props=st.lists(st.tuples(_NAMES, _TEXTS), max_size=3).map(tuple),
)
