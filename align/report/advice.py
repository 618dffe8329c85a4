"""A run without one unit: the likely cause, and the flag to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.report.totals import by_count
from align.text.names import language_name
from align.text.scripts import direction

if TYPE_CHECKING:
    from align.config import Settings
    from align.report.summary import Summary

__all__ = ["Advice", "advise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Why nothing came out, in a sentence or two, and what to type next."""

    cause: str
    flag: str


def advise(summary: Summary) -> Advice:
    """Return the likeliest reason why the run made no unit."""
    totals = summary.totals
    if totals.statuses["failed"] == totals.jobs:
        return _all_failed(summary)
    foreign = _foreign(summary)
    if foreign:
        return _another_language(foreign[0], summary.settings)
    if totals.languages:
        return _one_language([lang for lang, _ in by_count(totals.languages)])
    return Advice(
        cause="Both languages were found, but no sentence was paired: "
        "perhaps the layout was mistaken, or the texts do not translate one another.",
        flag=f"--layout {'interleaved' if totals.layouts['stacked'] else 'stacked'}",
    )


def _all_failed(summary: Summary) -> Advice:
    if any((row.error or "").startswith("EncodingError") for row in summary.jobs):
        return Advice(
            cause="No document could be read; the character encoding was not recognised.",
            flag="--encoding windows-1256",
        )
    if any((row.error or "").startswith("BinaryError") for row in summary.jobs):
        return Advice(
            cause="No document could be read; failed.jsonl has the reasons. If they are text all "
            "the same, name their encoding.",
            flag="--encoding NAME",
        )
    return Advice(
        cause="No document could be read; failed.jsonl has the reasons, and what to do.",
        flag="align inspect FILE",
    )


def _foreign(summary: Summary) -> list[str]:
    """Return the recognised languages that were not asked for, the most frequent first."""
    totals = summary.totals
    found = [lang for lang, _ in by_count(totals.other_languages) + by_count(totals.languages)]
    return [lang for lang in found if lang not in {*summary.settings.langs, "und"}]


def _another_language(lang: str, settings: Settings) -> Advice:
    return Advice(
        cause=f"Some of the text is in {language_name(lang)}, which is not one of the two "
        f"languages asked for ({' and '.join(map(language_name, settings.langs))}).",
        flag=_langs_with(lang, settings),
    )


def _one_language(langs: list[str]) -> Advice:
    names = " or ".join(map(language_name, langs))
    return Advice(
        cause=f"Every document is in one language only ({names}). If the translation is in a file "
        "of its own, name the two alike (text.ar.txt, text.en.txt) or give them as a pair.",
        flag="--pair AR EN",
    )


def _langs_with(lang: str, settings: Settings) -> str:
    """Return the flag that puts ``lang`` on the side that is written the same way."""
    source, target = settings.langs
    shares_target = direction(lang) == direction(target)
    return f"--langs {source},{lang}" if shares_target else f"--langs {lang},{target}"
