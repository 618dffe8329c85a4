"""What is in no unit: sentences without a counterpart, other languages, removed text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.report.page.markup import (
    Element,
    element,
    figure,
    more,
    number,
    paths,
    plural,
    row_heading,
    section,
    table,
    tag,
    words,
)
from align.report.page.removed import examples
from align.report.totals import by_count
from align.text.names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.report.leftovers import LeftOver
    from align.report.summary import Summary

__all__ = ["left_out", "unaligned"]

AT_ONCE = 30  # passages shown without asking for the rest
REASON_LABELS = {
    "omission": "",  # the usual case: what the heading of the section says
    "monolingual": "stands alone",
    "other-language": "other language",
}


def unaligned(summary: Summary) -> Element | None:
    """Return the first sentences without a counterpart, document by document, or nothing."""
    found = summary.left_over
    if not found.kept:
        return None
    source = summary.settings.langs[0]
    return section(
        "unaligned",
        "Unaligned sentences",
        element("p", "Text of aligned documents that has no counterpart on the other side."),
        *_groups(found.kept[:AT_ONCE], source),
        *_rest(found.kept[AT_ONCE:], source),
        *more(len(found.kept), found.total, "passages", "unaligned.jsonl"),
    )


def _rest(passages: Sequence[LeftOver], source: str) -> list[Element]:
    if not passages:
        return []
    heading = element("summary", plural(len(passages), "more passage"))
    return [element("details", heading, *_groups(passages, source))]


def _groups(passages: Sequence[LeftOver], source: str) -> Iterator[Element]:
    """Yield the passages document by document."""
    for document, members in groupby(passages, key=lambda passage: passage.document):
        yield _group(document, members, source)


def _group(document: tuple[str, ...], passages: Iterable[LeftOver], source: str) -> Element:
    return element(
        "div",
        element("h3", paths(document)),
        element("ul", *(_passage(one, one.lang == source) for one in passages), class_="passages"),
        class_="group",
    )


def _passage(passage: LeftOver, is_source: bool) -> Element:
    """Return a passage in the column of its own side: the gap beside it is what is missing."""
    label = REASON_LABELS.get(passage.reason, passage.reason)
    where = f"{passage.place}, {label}" if label else passage.place
    return element(
        "li",
        element("p", tag(passage.lang), element("span", where, class_="place"), class_="where"),
        *_context("before", passage.lang, passage.before),
        words("p", passage.lang, passage.text, class_="words"),
        *_context("after", passage.lang, passage.after),
        class_="source" if is_source else "target",
    )


def _context(where: str, lang: str, text: str) -> list[Element]:
    """Return the segment beside a passage, unless that is left over too."""
    if not text:
        return []
    said = element("span", f"{where}: ", class_="unseen", lang="en", dir="ltr")
    return [words("p", lang, said, text, class_="context")]


def left_out(summary: Summary) -> Element | None:
    """Return what was left out of every unit on purpose, by language and by reason, or nothing."""
    parts = [*_other_languages(summary), *_removed(summary)]
    if not parts:
        return None
    return section(
        "left-out",
        "Left out or repaired",
        element("div", *parts, class_="beside"),
        *examples(summary.removed.kept),
    )


def _other_languages(summary: Summary) -> list[Element]:
    rows = [
        [row_heading(language_name(lang), " ", tag(lang)), figure(number(letters))]
        for lang, letters in by_count(summary.totals.other_languages)
    ]
    return [table("Other languages", ["Language", "Letters"], rows)] if rows else []


def _removed(summary: Summary) -> list[Element]:
    rows = [
        [row_heading(_words(reason)), figure(number(count))]
        for reason, count in by_count(summary.totals.removed)
    ]
    return (
        [table("Removed, as removed.jsonl lists it", ["Reason", "Passages"], rows)] if rows else []
    )


def _words(reason: str) -> str:
    return reason.replace("-", " ")
