"""Rows of letters, as they are seen, to lines of text, as they are read."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING

from align.readers.pdf.brackets import balanced
from align.readers.pdf.directions import directions, faults
from align.readers.pdf.ligatures import is_arabic
from align.readers.pdf.order import logical_order
from align.readers.pdf.records import Line
from align.readers.pdf.repairs import is_stretched, repairs, written
from align.readers.pdf.spelling import forwards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.clusters import Cluster
    from align.readers.pdf.frames import Frame

__all__ = ["lines_of"]

SPACE = 0.18  # of the size: a gap between words that has no space of its own
HINTED_SPACE = 0.12  # the same, where PDFium sees one too
LIFTED_SPACE = 0.235  # the same, beside a mark that stands for its letter, which is wider
LIFTED = 0.02  # of the size: how far from its baseline a letter stands then, at least
SPACED_OUT = 0.08  # of the size: by what letters are set apart, if it is meant
FEW = 5  # gaps, of which nothing can be told
SURE = 3  # words more that look right backwards than forwards


def lines_of(pieces: Sequence[list[Cluster]], frame: Frame) -> list[Line]:
    """Return the lines that the pieces of rows make on the page of ``frame``."""
    seen = [_seen(piece) for piece in pieces]
    ways = directions(pieces, [_told(line) for line in seen])
    texts = _read(seen, ways)
    stretched = is_stretched([text for text, rtl in zip(texts, ways, strict=True) if rtl])
    made = []
    for piece, rtl, text in zip(pieces, ways, texts, strict=True):
        final = written(text, stretched=stretched)
        if final:
            made.append(_line(piece, final, rtl=rtl, frame=frame))
    return made


def _read(seen: Sequence[list[str]], ways: Sequence[bool]) -> list[str]:
    """Return the texts of lines in logical order.

    Where their words look right only from left to right, an Arabic line was drawn letter by letter
    in the order of reading, by a program that does not know how Arabic is written.
    """
    texts = [_logical(line, rtl) for line, rtl in zip(seen, ways, strict=True)]
    scores = [forwards(text) for text in texts]
    page = sum(scores)
    return [
        "".join(balanced(line)) if score <= -SURE or (page <= -SURE and score <= 0) else text
        for line, text, score in zip(seen, texts, scores, strict=True)
    ]


def _told(line: list[str]) -> bool | None:
    """Say whether a line of two scripts reads well only from right to left, or only otherwise."""
    if not any(map(is_arabic, line)):
        return None
    rtl, ltr = faults(_logical(line, True)), faults(_logical(line, False))
    return None if rtl == ltr else rtl < ltr


def _logical(line: list[str], rtl: bool) -> str:
    if rtl or any(map(is_arabic, line)):
        order = logical_order([_deciding(text) for text in line], rtl=rtl)
        line = [line[place] for place in order]
    return "".join(balanced(line))


def _deciding(text: str) -> str:
    """Return the character that decides which way a letter with its marks, or a word, runs."""
    return next(filter(str.isalnum, text), text[0])


def _seen(piece: Sequence[Cluster]) -> list[str]:
    """Return the letters of a row from left to right, with a space in each gap between words."""
    letters = [cluster for cluster in piece if not cluster.is_space]
    drawn = {place for place, cluster in enumerate(piece) if cluster.is_space}
    spaced = _spacing(letters)
    baseline = _baseline(letters)
    texts: list[str] = []
    reach, last = inf, None
    for place, cluster in enumerate(piece):
        if cluster.is_space:
            continue
        gap = (cluster.left - reach) / cluster.size - spaced
        if last and (place - 1 in drawn or gap > _least(last, cluster, baseline)):
            texts.append(" ")
        if cluster.text:
            texts.append(cluster.marked)
        reach = max(cluster.right, reach) if last else cluster.right
        last = cluster
    return texts


def _least(left: Cluster, right: Cluster, baseline: float) -> float:
    """Return by what share of the size two letters are apart at least if words end between them."""
    floating = [letter for letter in (left, right) if letter.floating]
    lifted = [it for it in floating if abs(it.v - baseline) > LIFTED * it.size]
    if lifted:
        return LIFTED_SPACE * max(sum(map(str.isalpha, letter.text)) for letter in lifted)
    return HINTED_SPACE if left.hinted and right.hinted and not floating else SPACE


def _baseline(letters: Sequence[Cluster]) -> float:
    """Return the height that most letters stand on."""
    return Counter(round(letter.v, 1) for letter in letters).most_common(1)[0][0]


def _spacing(letters: Sequence[Cluster]) -> float:
    """Return by what share of their size most letters are set apart, if a line is spaced out."""
    gaps = [(right.left - left.right) / right.size for left, right in pairwise(letters)]
    usual = median(gaps) if len(gaps) > FEW else 0.0
    return usual if usual > SPACED_OUT else 0.0


def _line(piece: Sequence[Cluster], text: str, *, rtl: bool, frame: Frame) -> Line:
    letters = [cluster for cluster in piece if not cluster.is_space]
    sizes = Counter(round(cluster.size, 1) for cluster in letters)
    x0, y0, x1, y1 = frame.box(
        min(cluster.left for cluster in letters),
        min(cluster.low for cluster in letters),
        max(cluster.right for cluster in letters),
        max(cluster.high for cluster in letters),
    )
    return Line(
        text=text,
        page=frame.page,
        x0=x0,
        y0=y0,
        x1=x1,
        y1=y1,
        baseline=frame.shown(letters[0].left, _baseline(letters))[1],
        size=sizes.most_common(1)[0][0],
        bold=sum(cluster.bold for cluster in letters) * 2 > len(letters),
        rtl=rtl,
        angle=frame.shown_angle,
        repairs=repairs(piece, text),
    )
