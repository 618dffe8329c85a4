"""The top of the page: the figures one looks for first, and what to do when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.advice import advise
from align.report.markup import Element, element, number, plural, score

if TYPE_CHECKING:
    from align.report.summary import Summary

__all__ = ["overview"]


def overview(summary: Summary) -> Element:
    """Return the cards, after a word of advice where the run made no unit."""
    cards = element("dl", *_cards(summary), class_="cards")
    parts = [cards] if summary.totals.counts.units else [_notice(summary), cards]
    return element("section", *parts, id="overview", aria_label="Overview")


def _cards(summary: Summary) -> list[Element]:
    totals, counts = summary.totals, summary.totals.counts
    segments = counts.source_segments + counts.target_segments
    return [
        _card("Documents", number(totals.jobs), _statuses(summary)),
        _card("Translation units", number(counts.units), f"from {plural(segments, 'segment')}"),
        _card("Mean score", score(counts.mean_score), "on a scale from 0 to 1"),
        _card("Unaligned sentences", number(counts.unaligned), _unaligned(summary)),
        _card("Doubtful units", number(totals.doubtful), f"score below {totals.min_score:g}"),
    ]


def _card(name: str, value: str, remark: str) -> Element:
    return element(
        "div",
        element("dt", name),
        element("dd", value, class_="value"),
        element("dd", remark, class_="remark"),
    )


def _statuses(summary: Summary) -> str:
    statuses = summary.totals.statuses
    parts = [f"{number(statuses['aligned'])} aligned"]
    if statuses["monolingual"]:
        parts.append(f"{number(statuses['monolingual'])} in one language")
    if statuses["failed"]:
        parts.append(f"{number(statuses['failed'])} failed")
    return ", ".join(parts)


def _unaligned(summary: Summary) -> str:
    source, target = summary.settings.langs
    counts = summary.totals.counts
    return f"{number(counts.source_unaligned)} {source}, {number(counts.target_unaligned)} {target}"


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
