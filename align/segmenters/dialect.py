r"""Patterns as ICU and Java write them, in the syntax of Python's ``regex`` package.

Most of the three syntaxes is common; what only ICU and Java know, and what ``regex`` would take to
mean something else (``\v``, ``\Z``), is rewritten. What is left over does not compile, and the
caller names the rule. Where ICU and Java differ (``\s \d \w \b``), ICU's meaning holds, as in SRX.
"""

from __future__ import annotations

import regex

__all__ = ["compiled"]

_HORIZONTAL = r"\t \xA0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000"
_VERTICAL = r"\n\x0B\f\r\x85\u2028\u2029"
_SETS = {r"\h": _HORIZONTAL, r"\v": _VERTICAL}  # may stand inside [] as well
_NEGATED_SETS = {r"\H": _HORIZONTAL, r"\V": _VERTICAL}
_BACK_REFERENCE = regex.compile(r"\\[1-9k]")
_PLAIN = {r"\e": r"\x1B", r"\a": r"\x07", r"\Z": r"(?=\n?\Z)", r"\z": r"\Z"}
_TOKEN = regex.compile(
    r"""\\Q(?<quoted>.*?)(?:\\E|\z) | \\x\{(?<code>[0-9A-Fa-f]{1,6})\} | \\.?
      | \[ | \] | [^\\\[\]]+""",
    regex.DOTALL | regex.VERBOSE,
)


def compiled(pattern: str) -> regex.Pattern[str]:
    r"""Return the compiled pattern; raises ``regex.error`` if it means nothing here.

    >>> bool(compiled(r"\Qe.g.\E\h+\x{41}").fullmatch("e.g. A"))
    True
    """
    # Version 1 nests sets, as ICU and Java do.
    return regex.compile(_translated(pattern), regex.VERSION1)


def _translated(pattern: str) -> str:
    depth = 0
    parts = []
    for token in _TOKEN.finditer(pattern):
        depth = max(0, depth + {"[": 1, "]": -1}.get(token.group(), 0))
        parts.append(_translated_token(token, in_set=depth > 0))
    return "".join(parts)


def _translated_token(token: regex.Match[str], *, in_set: bool) -> str:
    text = token.group()
    if token["quoted"] is not None:
        return regex.escape(token["quoted"], special_only=False)
    if token["code"] is not None:
        return rf"\U{int(token['code'], 16):08X}"
    if _BACK_REFERENCE.fullmatch(text):
        raise regex.error("a rule cannot refer back to a group", token.string, token.start())
    return _translated_escape(text, in_set=in_set)


def _translated_escape(text: str, *, in_set: bool) -> str:
    if text in _SETS:
        return _SETS[text] if in_set else f"[{_SETS[text]}]"
    if text in _NEGATED_SETS:
        return f"[^{_NEGATED_SETS[text]}]"
    return _PLAIN.get(text, text)
