"""Checks: what is wrong with a pair, in plain words, and where; each module is one family."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from align import registry
from align.checks.catalogue import FLAGS
from align.checks.wording import more
from align.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from align.evidence.pair import Pair
    from align.model import Flag
    from align.stages import Check

__all__ = ["check_ignored", "found"]

MOST = 20  # flags of one kind in one pair
_RANKS = {"error": 0, "warning": 1, "info": 2}


def check_ignored(ignored: Iterable[str]) -> None:
    """Raise `UnknownNameError` for the id of a flag that there is not."""
    for name in ignored:
        if name not in FLAGS:
            known = ", ".join(sorted(FLAGS))
            raise UnknownNameError("--ignore", f"{name!r} is not a flag", f"known are {known}")


def found(pair: Pair, ignored: Collection[str] = ()) -> tuple[Flag, ...]:
    """Return the flags of a pair, the worst first, then in the order of the texts.

    Of flags of one kind at most `MOST` are kept; the last of them says how many there are more.
    """
    flags = {flag for check in _checks() for flag in check(pair) if flag.id not in ignored}
    ordered = sorted(flags, key=_rank)
    return tuple(ordered if len(ordered) <= MOST else _bounded(ordered))


def _bounded(flags: list[Flag]) -> Iterator[Flag]:
    total = Counter(flag.id for flag in flags)
    seen: Counter[str] = Counter()
    for flag in flags:
        seen[flag.id] += 1
        if seen[flag.id] == MOST < total[flag.id]:
            yield replace(flag, message=flag.message + more(total[flag.id] - MOST + 1))
        elif seen[flag.id] <= MOST:
            yield flag


def _rank(flag: Flag) -> tuple[int, str, int, int, str, str]:
    place = flag.side or "", flag.start, flag.end
    return (_RANKS[flag.severity], *place, flag.id, flag.message)


@cache
def _checks() -> tuple[Check, ...]:
    return tuple(registry.resolve("checks", name) for name in registry.names("checks"))
