"""Beads to units: texts, ids, places, and what is in no unit."""

from __future__ import annotations

import re

import pytest

from align.model import Alignment, Bead, TranslationUnit
from align.units import UnitMaker, illegal_characters, omissions
from tests.aligners.samples import Cut, bitext, cut


def aligned(sample: Cut, *shapes: tuple[int, int]) -> Alignment:
    beads: list[Bead] = []
    i = j = 0
    for a, b in shapes:
        beads.append(Bead(source=range(i, i + a), target=range(j, j + b), cost=0.5, posterior=0.9))
        i, j = i + a, j + b
    return Alignment(
        bitext=sample.bitext,
        source=sample.source,
        target=sample.target,
        beads=tuple(beads),
        stretches=(range(len(beads)),),
    )


def made(
    alignment: Alignment, document: str = "doc", names: tuple[str, ...] = ("doc.txt",)
) -> list[TranslationUnit | None]:
    maker = UnitMaker(document, names, (("client", "ACME"),))
    return list(maker.units(alignment).units)


def single(source: str, target: str, document: str = "doc") -> TranslationUnit:
    (unit,) = made(aligned(cut([source], [target]), (1, 1)), document)
    assert unit is not None
    return unit


def test_a_unit_holds_its_segments_joined_by_one_space_and_is_not_judged_yet() -> None:
    alignment = aligned(cut(["اشترى خبزا.", "وعاد."], ["He bought bread and came back."]), (2, 1))
    (unit,) = made(alignment)
    assert unit is not None
    assert (unit.source, unit.target) == ("اشترى خبزا. وعاد.", "He bought bread and came back.")
    assert (unit.kind, unit.score, unit.flags) == ("2-1", 0.0, ())
    assert (unit.source_lang, unit.target_lang) == ("ar", "en")
    assert unit.props == (("client", "ACME"),)


def test_white_space_runs_become_one_space_and_nothing_else_changes() -> None:
    unit = single("  سطر\n\t ثـانٍ\u200f ١٢ «نص»", "a\r\nline \u00a0 with\u2028breaks\u202f")
    assert unit.source == "سطر ثـانٍ\u200f ١٢ «نص»"
    assert unit.target == "a line \u00a0 with breaks"


def test_characters_that_xml_forbids_are_dropped_and_listed() -> None:
    alignment = aligned(cut(["ن\x00ص\x1f"], ["te\ufffext"]), (1, 1))
    (unit,) = made(alignment)
    assert unit is not None
    assert (unit.source, unit.target) == ("نص", "text")
    listed = [*illegal_characters(alignment.bitext.source)]
    assert [(p.text, p.reason, p.block, p.lang) for p in listed] == [
        ("\x00", "illegal-character", "b1", "ar"),
        ("\x1f", "illegal-character", "b1", "ar"),
    ]
    for passage in listed:
        block = alignment.bitext.source.blocks[0]
        assert block.text[passage.start : passage.end] == passage.text


def test_white_space_is_no_illegal_character() -> None:
    assert list(illegal_characters(cut(["a\x0bb\x0cc\td\n"], []).bitext.source)) == []


def test_a_bead_with_an_empty_side_has_no_unit() -> None:
    sample = cut(["ا.", "ب."], ["a.", "b."])
    assert [unit and unit.kind for unit in made(aligned(sample, (1, 0), (1, 1), (0, 1)))] == [
        None,
        "1-1",
        None,
    ]


@pytest.mark.parametrize("nothing", ["\x00", "\ufeff", "\u00a0"])
def test_a_side_without_any_text_left_makes_no_unit_and_is_listed(nothing: str) -> None:
    alignment = aligned(cut([nothing], ["a."]), (1, 1))
    whole = UnitMaker("doc", ["doc.txt"], ()).units(alignment)
    assert whole.units == (None,)
    assert [passage.text for passage in omissions(whole)] == [nothing, "a."]


def test_ids_are_a_u_and_sixteen_hex_digits() -> None:
    assert re.fullmatch("u[0-9a-f]{16}", single("ا", "a").id)


def test_ids_stay_from_run_to_run() -> None:
    assert single("مرحبا", "Hello", "letters__one").id == "u11018fee24394da9"


def test_ids_differ_by_document_texts_and_occurrence() -> None:
    ids = {
        single("ا", "a").id,
        single("ب", "a").id,
        single("ا", "b").id,
        single("ا", "a", "another").id,
        single("اa", "b").id,
    }
    assert len(ids) == 5
    repeated = made(aligned(cut(["ا"] * 4, ["a"] * 4), *[(1, 1)] * 4))
    assert len({unit.id for unit in repeated if unit}) == 4


def test_the_same_pair_of_a_later_bitext_of_the_document_has_an_id_of_its_own() -> None:
    maker = UnitMaker("doc", ["doc.txt"], ())
    alignment = aligned(cut(["ا"], ["a"]), (1, 1))
    units = [maker.units(alignment).units[0] for _ in range(2)]
    assert len({unit.id for unit in units if unit}) == 2


def test_the_first_of_a_repeated_pair_keeps_its_id_when_others_come_before() -> None:
    few = made(aligned(cut(["ا", "ب"], ["a", "b"]), (1, 1), (1, 1)))
    more = made(aligned(cut(["ت", "ا", "ب"], ["t", "a", "b"]), *[(1, 1)] * 3))
    assert [unit.id for unit in few if unit] == [unit.id for unit in more[1:] if unit]


def test_the_origin_leads_back_to_the_text_of_every_segment() -> None:
    sample = bitext([["ولد.", "بنت."], ["بيت."]], [["A boy.", "A girl."], ["A house."]])
    alignment = aligned(sample, (2, 2), (1, 1))
    units = made(alignment, names=("doc.ar.txt", "doc.en.txt"))
    for unit, (a, b) in zip(units, [(range(2), range(2)), (range(2, 3), range(2, 3))], strict=True):
        assert unit is not None
        assert unit.origin is not None
        assert unit.origin.document == "doc"
        for places, segments, name in (
            (unit.origin.source, [sample.source[i] for i in a], "doc.ar.txt"),
            (unit.origin.target, [sample.target[j] for j in b], "doc.en.txt"),
        ):
            for place, segment in zip(places, segments, strict=True):
                assert (place.path, place.block) == (name, segment.block.id)
                assert segment.block.text[place.start : place.end] == segment.text


def test_one_file_is_the_place_of_both_sides() -> None:
    origin = single("ا", "a").origin
    assert origin is not None
    assert origin.source[0].path == origin.target[0].path == "doc.txt"


def test_the_line_of_a_segment_counts_the_breaks_before_it() -> None:
    sample = bitext([["سطر\nواحد.", "سطر\nثان."]], [["One.", "Two."]])
    units = made(aligned(sample, (1, 1), (1, 1)))
    lines = [unit.origin.source[0].line for unit in units if unit and unit.origin]
    assert lines == [1, 2]


def test_omissions_are_every_segment_in_no_unit() -> None:
    alignment = aligned(cut(["ا.", "ب."], ["a.", "b.", "c."]), (1, 1), (1, 0), (0, 2))
    whole = UnitMaker("doc", ["doc.txt"], ()).units(alignment)
    listed = [(p.lang, p.block, p.start, p.end, p.text, p.reason) for p in omissions(whole)]
    assert listed == [
        ("ar", "b1", 3, 5, "ب.", "omission"),
        ("en", "b1", 3, 5, "b.", "omission"),
        ("en", "b1", 6, 8, "c.", "omission"),
    ]
