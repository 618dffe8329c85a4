"""The top of the page: the figures one looks for first, and what to do when there are none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.report.advice import advise
from align.report.page.markup import Child, Element, bar, element, number, percent, plural
from align.report.totals import SEVERITIES

if TYPE_CHECKING:
    from align.model import Severity
    from align.report.summary import Summary

__all__ = ["overview"]


def overview(summary: Summary) -> Element:
    """Return the cards, after a word of advice where the run made no unit."""
    cards = element("dl", *_cards(summary), class_="cards")
    parts = [cards] if summary.totals.counts.units else [_notice(summary), cards]
    return element("section", *parts, id="overview", aria_label="Overview")


def _cards(summary: Summary) -> list[Element]:
    totals, counts = summary.totals, summary.totals.counts
    precision = percent(counts.mean_score)
    limit = f"score below {summary.settings.min_score:g}"
    return [
        _card("Documents", number(totals.jobs), _statuses(summary)),
        _card("Translation units", number(counts.units), _segments(summary)),
        _card("Expected precision", precision, "the mean score of all pairs"),
        _coverage(summary),
        _card("Doubtful units", number(counts.doubtful), limit),
        _card("Unaligned sentences", number(counts.unaligned), _unaligned(summary)),
        _findings(summary),
    ]


def _card(name: str, value: str, *remarks: Child, class_: str = "") -> Element:
    return element(
        "div",
        element("dt", name),
        element("dd", value, class_="value"),
        *(element("dd", remark, class_="remark") for remark in remarks),
        **({"class_": class_} if class_ else {}),
    )


def _statuses(summary: Summary) -> str:
    statuses = summary.totals.statuses
    parts = [f"{number(statuses['aligned'])} aligned"]
    if statuses["monolingual"]:
        parts.append(f"{number(statuses['monolingual'])} in one language")
    if statuses["failed"]:
        parts.append(f"{number(statuses['failed'])} failed")
    return ", ".join(parts)


def _segments(summary: Summary) -> str:
    counts = summary.totals.counts
    made = f"from {plural(counts.source.segments + counts.target.segments, 'segment')}"
    twice = summary.totals.duplicates
    return f"{made}, {number(twice)} of them twice" if twice else made


def _coverage(summary: Summary) -> Element:
    source, target = summary.settings.langs
    counts = summary.totals.counts
    sides = ((source, counts.source.coverage), (target, counts.target.coverage))
    return element(
        "div",
        element("dt", "Coverage"),
        *(_share(lang, share) for lang, share in sides),
        element("dd", "of the text is in a unit", class_="remark"),
    )


def _share(lang: str, share: float | None) -> Element:
    figure = element("span", percent(share), class_="share")
    return element("dd", element("span", lang, class_="lang"), figure, bar(share or 0), class_="of")


def _unaligned(summary: Summary) -> str:
    source, target = summary.settings.langs
    counts = summary.totals.counts
    sides = ((counts.source.unaligned, source), (counts.target.unaligned, target))
    return ", ".join(f"{number(count)} {lang}" for count, lang in sides)


def _findings(summary: Summary) -> Element:
    found = summary.totals.by_severity()
    if not found:
        return _card("Findings", "0", "nothing was found wrong in the pairs", class_="wide")
    sums: Counter[Severity] = Counter()
    for severity, _, count in found:
        sums[severity] += count
    parts = [
        element("span", plural(sums[severity], severity), class_=f"severity {severity}")
        for severity in SEVERITIES
        if sums[severity]
    ]
    remark = element("span", *parts, class_="severities")
    return _card("Findings", number(sums.total()), remark, class_="wide")


def _notice(summary: Summary) -> Element:
    advice = advise(summary)
    return element(
        "div",
        element("h2", "This run made no translation unit"),
        element("p", advice.cause),
        element("p", "Try ", element("code", advice.flag), "."),
        class_="notice",
        role="note",
    )
