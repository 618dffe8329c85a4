"""Faults in negation: a denial removed from, or put into, one side of a pair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Site, with_side

if TYPE_CHECKING:
    from random import Random

__all__ = ["denial_added", "denial_removed"]

# Whatever may deny, so that pairs are chosen in which both sides do, or none.
ENGLISH_DENIES = re.compile(
    r"\b(?:not|no|never|cannot|none|nor|neither|nothing|nobody|without|unable|un\w+|in\w+|non\w*|"
    r"dis\w+|fail\w*|lack\w*|refus\w*|rather|hardly|rarely|little|few|only|but|except)\b|n['’]t\b",
    re.IGNORECASE,
)
ARABIC_DENIES = re.compile(
    r"\b[وفب]?(?:لا|لم|لن|ليس\w*|لست|غير|دون|بدون|عدم|ما|لما|كلا|بلا|ألا|إلا|سوى|رفض\w*|نفى)\b"
)
Rules = tuple[tuple[str, str], ...]  # patterns and what they become
REMOVED: dict[int, Rules] = {
    ENGLISH: (
        (r"\b(is|are|was|were|should|must|may|might|can|could|would|will|has|have) not\b", r"\1"),
        (r"\bcannot\b", "can"),
        (r"\bcan['’]t\b", "can"),
        (r"\b(is|are|was|were|should|could|would)n['’]t\b", r"\1"),
        (r"\b(?:do|does) not (\w+)", r"\1"),
        (r"\b(?:do|does)n['’]t (\w+)", r"\1"),
        (r"\bnever ", ""),
    ),
    ARABIC: (
        (r"\bلا (ي\w+|ت\w+|ن\w+)", r"\1"),
        (r"\bولا (ي\w+|ت\w+)", r"و\1"),
        (r"\bلن ([يتن]\w+)", r"س\1"),
        (r"\bلم ([يتن]\w+)", r"قد \1"),
        (r"\bليست? ", ""),
    ),
}
ADDED: dict[int, Rules] = {
    ENGLISH: (
        (r"\b(is|are|was|were|should|must|will|would) (?!not)", r"\1 not "),
        (r"\bcan (?!not)", r"cannot "),
        (r"\b(has|have) been\b", r"\1 not been"),
    ),
    ARABIC: (
        (r"\b(يمكن|يجب|يجوز|ينبغي|يوجد|توجد|تكون|يكون|يستطيع|تحتاج|يحتاج)\b", r"لا \1"),
        (r"\bكان\b", "لم يكن"),
        (r"\bكانت\b", "لم تكن"),
    ),
}
PLAIN_NO = {ENGLISH: re.compile(r"\bnot\b|n['’]t\b|cannot|never"), ARABIC: ARABIC_DENIES}


def denial_removed(site: Site) -> Case | None:
    """Say on one side what both deny, and deny with as much as one word each."""
    if not all(len(PLAIN_NO[side].findall(site.pair[side])) == 1 for side in (ARABIC, ENGLISH)):
        return None
    return _rewritten(site, REMOVED)


def denial_added(site: Site) -> Case | None:
    """Deny on one side what both say."""
    if ENGLISH_DENIES.search(site.pair.english) or ARABIC_DENIES.search(site.pair.arabic):
        return None
    return _rewritten(site, ADDED)


def _rewritten(site: Site, rules: dict[int, Rules]) -> Case | None:
    order = [ARABIC, ENGLISH]
    site.rng.shuffle(order)
    for side in order:
        text = _changed(site.pair[side], rules[side], site.rng)
        if text is not None:
            return Case(site.pair, with_side(site.pair, side, text))
    return None


def _changed(text: str, rules: Rules, rng: Random) -> str | None:
    """Apply one of the rules that fit, once."""
    fitting = [rule for rule in rules if re.search(rule[0], text)]
    return re.sub(*rng.choice(fitting), text, count=1) if fitting else None
