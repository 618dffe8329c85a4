"""Faults against a glossary of the bench's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.faults.cases import ENGLISH, Case, Pair, Site, with_side

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["term_translated_otherwise", "write_glossary"]

# Term, the translation wanted, another one.
TERMS = (
    ("سند الشحن", "bill of lading", "shipping paper"),
    ("محضر الاجتماع", "minutes", "protocol"),
    ("ذاكرة الترجمة", "translation memory", "translation archive"),
    ("خط الأنابيب", "pipeline", "tube line"),
    ("لوحة المفاتيح", "keyboard", "board of keys"),
    ("غسالة", "washing machine", "laundry device"),
)
SENTENCES = (
    ("طلبنا {x} جديدا هذا الشهر.", "We ordered a new {x} this month."),
    ("لم نجد {x} في المخزن.", "We did not find the {x} in the store."),
)


def write_glossary(path: Path) -> None:
    """Write the terms as a table of two columns."""
    lines = (f"{term}\t{wanted}\n" for term, wanted, _ in TERMS)
    path.write_text("".join(lines), encoding="utf-8")


def term_translated_otherwise(site: Site) -> Case:
    """Add a sentence with a term, translated otherwise than the glossary says."""
    term, wanted, other = site.rng.choice(TERMS)
    arabic, english = site.rng.choice(SENTENCES)
    right = Pair(
        f"{site.pair.arabic} {arabic.format(x=term)}",
        f"{site.pair.english} {english.format(x=wanted)}",
    )
    faulty = f"{site.pair.english} {english.format(x=other)}"
    return Case(right, with_side(right, ENGLISH, faulty))
