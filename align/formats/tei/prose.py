"""What the header of a TEI file says in words, for a reader who knows TEI but not this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NORMALIZATION", "PROJECT", "RIGHTS", "STATUS", "conventions", "segmentation"]

RIGHTS = "Not published; the rights in the texts remain with their holders."
PROJECT = (
    "The two texts of bilingual documents, or of a translation memory, cut into segments and "
    "aligned by a program."
)
NORMALIZATION = (
    "Text is in Unicode normalization form C, as far as its source was, and in logical order. "
    "Each run of line breaks, tabs and spaces is one space, and characters that XML 1.0 forbids "
    "are left out. Vowel marks, tatweel, digits, quotation marks and bidirectional marks stand as "
    "in the source."
)
STATUS = "aligned by a program, or taken from a memory, and not checked here by a person"
_SEGMENTATION = (
    "<p>Each <gi>s</gi> is one of the {unit} of the text, or one side of a unit of a translation "
    "memory: complete, end to end, never nested, and inside one <gi>p</gi> or <gi>ab</gi>. A "
    "<gi>div</gi> is a document, or a part of one that is aligned by itself; the divisions with "
    "one number in both texts belong together.</p>"
)
_SOURCES = (
    "<p>On <gi>s</gi>, <att>source</att> points at the file that the segment was read from, and "
    "<att>n</att> says where it stood: the block, the line from 1, and the characters of the block "
    "from 0, with a colon between. There are as many of each as the segment had parts. In block "
    "and file names white space, controls and the percent sign are written as in URLs.</p>"
)
_LINKS = (
    "<p>In a <gi>linkGrp</gi> of type alignment each <gi>link</gi> is a translation unit. It has "
    "two targets, in the order of <att>targFunc</att>: the source, then the target; here that is "
    "{first}, then {second}, unless a group says otherwise. A side of several segments is a "
    "<gi>ptr</gi> to all of them, and its text is theirs with single spaces between. "
    "<att>type</att> counts the segments of both sides as they were aligned, <att>cert</att> is "
    "the score of the link from 0 to 1, <att>n</att> the identifier of the unit; on the group "
    "<att>n</att> is the document. Link groups of subtype crossing belong to texts whose parts "
    "stand in a different order.</p>"
)
_SPANS = (
    "<p>A segment without a counterpart has a <gi>span</gi> in the <gi>spanGrp</gi> of type "
    "unaligned. In a <gi>spanGrp</gi> of type flags each <gi>span</gi> says why the link that is "
    "its target is doubtful: <att>type</att> is the kind of fault, <att>subtype</att> is error, "
    "warning or info, and <att>n</att>, where there is one, gives the side and the characters, "
    "counted from 0 in its segments joined by single spaces. In a <gi>spanGrp</gi> of type "
    "properties each <gi>span</gi> is a property that somebody gave to the unit of the link: "
    "<att>type</att> is its name, the content its value. In every <att>type</att> what is not "
    "ASCII is written as in URLs, and an empty name as a percent sign.</p>"
)


def segmentation(unit: str) -> etree._Element:
    """Return what says how texts are cut, into sentences for example."""
    return _prose(_SEGMENTATION, unit=unit)


def conventions(first: str, second: str) -> Iterator[etree._Element]:
    """Yield what says how segments, links and spans are to be read."""
    yield _prose(_SOURCES)
    yield _prose(_LINKS, first=first, second=second)
    yield _prose(_SPANS)


def _prose(markup: str, **words: str) -> etree._Element:
    return etree.fromstring(markup.format(**words))
