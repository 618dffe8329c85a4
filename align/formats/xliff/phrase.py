"""The codes of Phrase, which stand in the text itself: {1}, {1>linked<1}, {b>bold<b}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from align.formats.reading import Losses

__all__ = ["codes_dropped", "is_of_phrase"]

NAMESPACE = "http://www.memsource.com/mxlf/2.0"
CODE = re.compile(
    r"\{(?P<open>[biu_^]+|[0-9]{1,4})>|<(?P<close>[biu_^]+|[0-9]{1,4})\}|\{(?P<alone>[0-9]{1,4}|j)\}"
)
JOINED = "j"  # where two segments became one


def is_of_phrase(unit: Element) -> bool:
    """Say whether a unit was written by Phrase."""
    return any(name.startswith(NAMESPACE) for name in unit.keys())  # noqa: SIM118  no dict


def codes_dropped(unit: Element, losses: Losses, line: int) -> Callable[[str], str]:
    """Return what takes the codes out of a text of the unit, and counts them.

    A number in braces is a code only if the unit says so: it may as well be text.
    """
    known = {mark.get("id") for mark in unit.iter("mark")}

    def replaced(match: re.Match[str]) -> str:
        name = match[match.lastgroup or 0]
        if name.isdecimal() and name not in known:
            return match[0]
        losses.add("code", line)
        return " " if name == JOINED else ""

    return lambda text: CODE.sub(replaced, text)
