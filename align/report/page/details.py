"""The documents one by one: where each part of the one text went in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.page.dot_plot import CROSS, dot_plot
from align.report.page.length_plot import length_plot
from align.report.page.markup import (
    Element,
    element,
    more,
    number,
    paths,
    percent,
    plural,
    section,
)
from align.report.page.scores import kinds
from align.report.suspects import SURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.report.dots import Lengths, Level
    from align.report.figures import JobFigures
    from align.report.pictures import BitextPicture, DocumentPicture
    from align.report.summary import Summary

__all__ = ["details", "link_to"]


SWATCHES = {
    "doubtful": f"M16 16{CROSS}",
    "alone": "M16 6v20",
    "moved": "M5 5H27V27H5z",
    "guide": "M0 16H32",
    "guide dashed": "M0 16H32",
    "outlier": "M6 16a10 10 0 1 0 20 0a10 10 0 1 0-20 0",
}
AT_ONCE = 8  # documents whose names are listed without asking for the rest


def link_to(row: int) -> str:
    """Return the id of the details of the document in a row."""
    return f"document-{row + 1}"


def details(summary: Summary) -> Element | None:
    """Return what there is to see of each of the first documents, the least sure one unfolded."""
    pictures = summary.pictures.kept
    if not pictures:
        return None
    folded = [_document(summary, picture) for picture in pictures]
    least_sure = min(range(len(folded[:AT_ONCE])), key=lambda place: _mean(summary, place))
    folded[least_sure].set("open", "open")
    return section(
        "details",
        "Document by document",
        *folded[:AT_ONCE],
        *_rest(folded[AT_ONCE:]),
        *more(len(folded), summary.totals.statuses["aligned"], "aligned documents", "report.json"),
    )


def _mean(summary: Summary, place: int) -> float:
    mean = summary.jobs[summary.pictures.kept[place].row].counts.mean_score
    return 1.0 if mean is None else mean


def _rest(folded: Sequence[Element]) -> list[Element]:
    if not folded:
        return []
    heading = element("summary", plural(len(folded), "more document"))
    return [element("details", heading, *folded, class_="rest")]


def _document(summary: Summary, picture: DocumentPicture) -> Element:
    job = summary.jobs[picture.row]
    shown = [_bitext(bitext, summary.settings.min_score) for bitext in picture.bitexts]
    return element(
        "details",
        element("summary", paths(job.paths), " ", _in_short(job)),
        element(
            "div",
            *shown,
            *more(len(shown), picture.total, "bitexts of this document", "report.json"),
            id=link_to(picture.row),
        ),
        class_="document",
    )


def _in_short(job: JobFigures) -> Element:
    counts = job.counts
    units = plural(counts.units, "unit")
    precision = f", {percent(counts.mean_score)} expected to be right" if counts.units else ""
    return element("span", f"{units}{precision}", class_="remark")


def _bitext(picture: BitextPicture, min_score: float) -> Element:
    lengths = picture.lengths
    drawings = [
        element(
            "figure",
            element("figcaption", "Where each segment went"),
            dot_plot(picture),
            _map_legend(picture, min_score),
        )
    ]
    if lengths is not None:
        drawings.append(
            element(
                "figure",
                element("figcaption", "Lengths of the pairs"),
                length_plot(picture, lengths),
                _length_legend(picture, lengths),
            )
        )
    return element("div", *drawings, kinds(picture.kinds), class_="plots")


def _map_legend(picture: BitextPicture, min_score: float) -> Element:
    sure = max(SURE, min_score)
    says: dict[Level, str] = {
        "sure": f"score {sure:g} and above",
        "fair": f"from {min_score:g} to {sure:g}",
        "doubtful": f"doubtful, below {min_score:g}",
    }
    lines = [
        _key(level, f"{says[level]}: {number(count)}")
        for level, count in picture.levels
        if count or level == "sure"
    ]
    if any(picture.alone):
        lines.append(_key("alone", "on the edge: a segment in no unit"))
    if picture.stretches:
        lines.append(_key("moved", "a block that has moved"))
    return element("ul", *lines, class_="legend")


def _length_legend(picture: BitextPicture, lengths: Lengths) -> Element:
    source, target = picture.langs
    ratio = f"{lengths.ratio:.2f} {target} characters for each {source} character"
    lines = [
        _key("guide", f"the usual ratio: {ratio}"),
        _key("guide dashed", "half and twice that"),
    ]
    if any(spot.outlier for spot in lengths.spots):
        lines.append(_key("outlier", "far too long or short for the other side"))
    return element("ul", *lines, class_="legend")


def _key(class_: str, text: str) -> Element:
    """Return a line of a legend: how something is drawn, and what it stands for."""
    drawn = element("path", d=SWATCHES.get(class_, "M16 16h0"), class_=class_)
    swatch = element("svg", drawn, class_="plot swatch", viewBox="0 0 32 32", aria_hidden="true")
    return element("li", swatch, element("span", text))
