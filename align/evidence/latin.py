"""Terms written alike on both sides: names in Latin letters, addresses, placeholders, citations."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

__all__ = ["LatinTerm", "TermKind", "latin_keys", "latin_terms"]

TermKind = Literal[
    "address", "email", "tag", "code", "placeholder", "author", "citation", "verse", "file", "word"
]
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_DASH = r"\-\u2010-\u2013"
# Every repetition is bounded or can end in one way only: time grows with the length of the text.
_TERM = re.compile(
    rf"""
    (?=[{_LETTER}{_DIGIT}<&`{{$%(\[])  # what a term may begin with: most characters are passed over
    (?:(?<![{_LETTER}0-9_])(?P<plain>[{_LETTER}]{{2,}})(?=[\s,;]|[.!?](?:\s|$)|$)
    | (?P<address>\b(?:https?://|www\.)[^\s<>"'«»“”،؛؟\u200e\u200f]{{1,2000}})
    | (?P<email>(?<![{_LETTER}0-9._%+-])[{_LETTER}0-9._%+-]{{1,64}}
        @[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,8}})
    | (?P<tag></?(?!https?:|mailto:)[A-Za-z][\w:.-]{{0,40}}(?:[\s/][^<>\n]{{0,200}})?>
        |&(?:[a-z]{{2,8}}|\#[0-9]{{1,6}});)
    | (?P<code>`[^`\n]{{1,200}}`)
    | (?P<placeholder>\$?\{{\{{?[\w.:, -]{{0,60}}\}}\}}?
        |(?<![0-9\u0660-\u0669%])%(?:[0-9]\$)?[-+0\#]?[0-9]{{0,2}}(?:\.[0-9])?l{{0,2}}[sdifux@]
        (?![{_LETTER}])
        |%\([A-Za-z_]{{1,40}}\)[sdif])
    | (?P<author>\([A-Z][{_LETTER}'’-]{{1,40}}(?:\s(?:et\sal\.?|(?:and|&|و)\s?[\w'’-]{{1,40}}))?
        [,،]?\s[{_DIGIT}]{{4}}[a-z]?\))
    | (?P<citation>\[[{_DIGIT}]{{1,4}}(?:\s?[,،{_DASH}]\s?[{_DIGIT}]{{1,4}}){{0,20}}\])
    | (?P<verse>(?<![{_DIGIT}:])[{_DIGIT}]{{1,3}}:[{_DIGIT}]{{1,3}}(?:[{_DASH}][{_DIGIT}]{{1,3}})?
        (?![{_DIGIT}:]))
    | (?P<word>(?<![{_LETTER}0-9_])[0-9]{{0,4}}[{_LETTER}][{_LETTER}0-9_]*
        (?:(?!&[a-z]{{2,8}};)[.+\#'’{_DASH}/&]+[{_LETTER}0-9_]+)*(?:\+\+|\#)?))
    """,
    re.VERBOSE,
)
_FILE = re.compile(
    r".+\.(?:txt|md|pdf|docx?|odt|rtf|epub|html?|css|json|xml|ya?ml|toml|ini|csv|tsv|xlsx?|pptx?|"
    r"py|java|cpp|rs|sh|exe|apk|zip|gz|png|jpe?g|gif|svg|mp[34]|wav|srt|tmx|srx|tei)",
    re.IGNORECASE,
)
_PART = re.compile(rf"[{_LETTER}0-9_]{{2,}}")
_POSSESSIVE = re.compile("['’][sS]?$")
_DIGITS = {
    zero + digit: ord("0") + digit for zero in (0x0660, 0x06F0) for digit in range(10)
} | dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013"), ord("-"))
_DIGITS[ord("،")] = ord(",")
_YEAR = re.compile("[0-9]{4}")
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?")
_TRAILING = ".,;:!?)]}'’*_"
_SHORTEST = 2  # characters: a lone letter is a variable or a list mark on one side only


class LatinTerm(NamedTuple):
    """A term of ``text[start:end]``; ``key`` is the same wherever the same thing is meant."""

    key: str
    kind: TermKind
    start: int
    end: int


def latin_terms(text: str) -> tuple[LatinTerm, ...]:
    """Return the terms of a text in order; in English every word is one.

    Terms are evidence when the Arabic side holds them: those of English matter only by being
    found there.

    >>> [(term.key, term.kind) for term in latin_terms("ثبّت Node.js من https://nodejs.org/.")]
    [('node.js', 'word'), ('nodejs.org', 'address')]
    """
    found = []
    for match in _TERM.finditer(text):
        written = match.group()
        if match.lastgroup == "plain":  # nearly all of English
            found.append(LatinTerm(written.casefold(), "word", *match.span()))
        elif term := _term(cast("TermKind", match.lastgroup), written, match.start()):
            found.append(term)
    return tuple(found)


def latin_keys(text: str) -> frozenset[str]:
    """Return the keys of a text's terms, those of the parts of compounds among them.

    >>> sorted(latin_keys("GitHub-based"))
    ['based', 'github', 'github-based']
    """
    terms = latin_terms(text)
    parts = (
        part
        for term in terms
        if term.kind == "word" and not term.key.isalpha()
        for part in _PART.findall(term.key)
    )
    return frozenset({term.key for term in terms} | set(parts))


def _term(kind: TermKind, written: str, start: int) -> LatinTerm | None:
    if kind == "address":
        written = _without_sentence(written)
        return LatinTerm(_address_key(written), kind, start, start + len(written))
    if kind == "word":
        return _word(written, start)
    return LatinTerm(_key(kind, written), kind, start, start + len(written))


def _without_sentence(address: str) -> str:
    """Return an address without the marks of the sentence around it.

    A bracket that was opened inside belongs to the address, as in Wikipedia's.
    """
    bare = address.rstrip(_TRAILING)
    opened = bare.count("(") > bare.count(")") and address[len(bare) :].startswith(")")
    return f"{bare})" if opened else bare


def _word(written: str, start: int) -> LatinTerm | None:
    written = _POSSESSIVE.sub("", written)
    if len(written) < _SHORTEST:
        return None
    kind: TermKind = "file" if _FILE.fullmatch(written) else "word"
    return LatinTerm(_plain(written).casefold(), kind, start, start + len(written))


def _address_key(address: str) -> str:
    """Return an address without what browsers leave out: scheme, www, the slash at the end."""
    key = address.casefold()
    scheme = _SCHEME.match(key)
    return key[scheme.end() if scheme else 0 :].rstrip("/")


def _key(kind: TermKind, written: str) -> str:
    plain = _plain(written)
    if kind == "author":
        year = _YEAR.search(plain)
        name = _PART.search(plain)
        return f"{name[0].casefold()} {year[0]}" if name and year else plain
    if kind in {"citation", "verse"}:
        return "".join(plain.split())
    return plain.casefold() if kind == "email" else plain


def _plain(written: str) -> str:
    return written.translate(_DIGITS)
