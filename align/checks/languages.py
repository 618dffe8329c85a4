"""Sides in the wrong language, and words left untranslated."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import regex

from align.checks.catalogue import flag
from align.checks.third_language import third_language
from align.checks.wording import SIDES, other, quoted
from align.text.names import language_name
from align.text.running import running_words
from align.text.scripts import (
    LATIN,
    language_of,
    letter_set,
    letters_of,
    main_script,
    script_of,
    tally,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair, Text
    from align.model import Flag, SideName

__all__ = ["languages"]

# Of the letters, how many times the own ones those of another script must be.
_MOSTLY = 2
_FEWEST_STRANGERS = 2  # letters of a third script
_FEWEST_BESIDE = 3  # running words of the other side's language beside words of the own
_RUN = 3  # words left untranslated that are no name
_FEWEST_RUNNING = 2  # of them without a capital

# What stands in these is a title, a gloss or code.
_SET_APART = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’|\"[^\"]*\"|`[^`]*`|<[^<>]*>"
)


def languages(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each side in the wrong language, or for its untranslated words."""
    for side in SIDES:
        text = pair.side(side)
        if reason := _wrong(text, pair.side(other(side))):
            yield flag("wrong-language", f"the {side} {reason}", side, 0, len(text.text))
        else:
            yield from _untranslated(pair, side)


def _wrong(text: Text, facing: Text) -> str:
    """Return why a text is in the wrong language, nothing if it is in its own."""
    scripts = script_of(text.lang), script_of(facing.lang)
    if text.text.isascii() and scripts[0] == LATIN:
        return third_language(text, facing)
    own, others, strange = tally(text.text, scripts)
    if strange >= _FEWEST_STRANGERS and strange > own + others:
        lang = language_of(main_script(text.text) or "")
        return f"is in the letters of another language ({language_name(lang or 'und')})"
    if scripts[0] != scripts[1] and others > _MOSTLY * own and _is_prose(text.text, scripts):
        names = language_name(facing.lang), language_name(text.lang)
        return f"is in the letters of {names[0]}, not of {names[1]}"
    return third_language(text, facing)


def _is_prose(text: str, scripts: tuple[str, str]) -> bool:
    """Say whether the words of the second script in a text are more than names."""
    running = sum(letters_of(word, scripts[1]) > 0 for word in running_words(text))
    return running >= (_FEWEST_BESIDE if letters_of(text, scripts[0]) else 1)


def _untranslated(pair: Pair, side: SideName) -> Iterator[Flag]:
    text, facing = pair.side(side), pair.side(other(side))
    scripts = script_of(text.lang), script_of(facing.lang)
    if scripts[0] == scripts[1] or (text.text.isascii() and scripts[1] != LATIN):
        return
    runs = _run_of(scripts[1])
    if not runs.search(text.text):
        return
    for match in runs.finditer(_SET_APART.sub(_hidden, text.text)):
        words, running = match.group().split(), running_words(match.group())
        if len(running) >= max(_FEWEST_RUNNING, len(words) / 2):
            message = f"{quoted(match.group())} is left in {language_name(facing.lang)}"
            yield flag("untranslated", message, side, *match.span())


def _hidden(part: re.Match[str]) -> str:
    return "|" * len(part.group())


@cache
def _run_of(script: str) -> regex.Pattern[str]:
    """Return the pattern of some words in a row that are written in a script."""
    word = rf"{letter_set(script)}[[{letter_set(script)}]\p{{M}}'’-]*+"
    return regex.compile(
        rf"(?<![\w@./-]){word}(?:[ \u00a0,،:;؛]+{word}){{{_RUN - 1},}}", regex.VERSION1
    )
