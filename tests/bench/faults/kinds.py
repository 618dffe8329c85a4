"""The kinds of fault the bench knows, by name: which flags tell of them and how they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.faults import characters, denials, glossed, marks, names, numerals, shared, whole
from tests.bench.faults.cases import Kind

if TYPE_CHECKING:
    from tests.bench.faults.cases import Fault

__all__ = ["KINDS"]


def _kind(flags: str, *faults: Fault) -> Kind:
    return Kind(frozenset(flags.split()), faults)


KINDS: dict[str, Kind] = {
    "empty": _kind("empty", whole.emptied),
    "identical": _kind("identical", whole.copied),
    "wrong-language": _kind("wrong-language", whole.other_language, whole.own_language_twice),
    "forbidden-character": _kind("forbidden-character", characters.forbidden_character),
    "mojibake": _kind("mojibake", characters.mojibake),
    # Whether a year is a date is a matter of taste: either flag tells of it.
    "number": _kind(
        "number date", numerals.figure_changed, numerals.figure_dropped, numerals.figures_swapped
    ),
    "date": _kind(
        "date number",
        numerals.date_day_moved,
        numerals.date_month_changed,
        numerals.told_date_changed,
    ),
    "address": _kind("address", shared.address_changed, shared.address_dropped),
    "placeholder": _kind("placeholder", shared.placeholder_changed, shared.placeholder_dropped),
    "tag": _kind("tag", shared.tag_renamed, shared.tag_dropped),
    "name": _kind("name", names.name_dropped, names.name_replaced),
    "negation": _kind("negation", denials.denial_removed, denials.denial_added),
    "partial": _kind("partial", whole.run_cut, whole.clause_cut),
    "untranslated": _kind("untranslated", whole.left_untranslated),
    "merged": _kind("merged", whole.neighbour_added),
    "length": _kind("length", whole.doubled, whole.halved),
    "measure": _kind("measure", numerals.unit_changed, numerals.currency_changed),
    "term": _kind("term", shared.code_changed, shared.code_dropped),
    "glossary": _kind("glossary", glossed.term_translated_otherwise),
    "control-character": _kind("control-character", characters.control_character),
    "presentation-form": _kind("presentation-form", characters.shaped_for_an_old_font),
    "mixed-script": _kind("mixed-script", characters.look_alike),
    "bracket": _kind("bracket", marks.bracket_lost),
    "doubled-word": _kind("doubled-word", marks.word_doubled),
    "too-long": _kind("too-long", whole.too_long),
    "end-punctuation": _kind("end-punctuation", marks.end_changed),
    "quote": _kind("quote", marks.quote_lost),
    "foreign-punctuation": _kind("foreign-punctuation", marks.mark_of_the_other_language),
    "repeated-punctuation": _kind("repeated-punctuation", marks.mark_repeated),
    "spacing": _kind("spacing", marks.space_before_mark),
    "double-space": _kind("double-space", marks.spaces_doubled),
    "edge-space": _kind("edge-space", marks.space_at_the_edge),
    "bidi-control": _kind("bidi-control", characters.bidi_control),
    "capital": _kind("capital", marks.small_beginning),
}
