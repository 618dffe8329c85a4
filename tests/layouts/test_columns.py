from __future__ import annotations

import pytest

from align.bitext import split
from tests.layouts.texts import PAIRS, document, layouts, seconds, sides

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]


@pytest.mark.parametrize("row", ["{0}\t{1}", "{1}\t{0}", "{0} | {1}", "| {1} | {0} |", "{0}|{1}"])
def test_each_row_is_an_anchor(row: str) -> None:
    found = split(document([row.format(*pair) for pair in PAIRS]), LANGS)
    assert (layouts(found), sides(found)) == (["columns"], (ARABIC, ENGLISH))
    assert [anchor.source for anchor in found.bitexts[0].anchors] == [
        range(index, index + 1) for index in range(8)
    ]


def test_cells_are_blocks_named_after_their_row() -> None:
    (bitext,) = split(document(["\t".join(pair) for pair in PAIRS]), LANGS).bitexts
    assert bitext.source.blocks[0].id == "b1.1"
    assert bitext.target.blocks[7].id == "b8.2"


def test_a_column_of_numbers_is_ignored() -> None:
    rows = [f"{number}\t{source}\t{target}" for number, (source, target) in enumerate(PAIRS)]
    found = split(document(rows), LANGS)
    assert (sides(found), found.passages) == ((ARABIC, ENGLISH), ())


def test_a_further_column_with_letters_is_furniture() -> None:
    rows = [f"LIB-{number}\t{pair[0]}\t{pair[1]}\tchecked" for number, pair in enumerate(PAIRS)]
    found = split(document(rows), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert {(passage.text[:4], passage.reason) for passage in found.passages} == {
        ("LIB-", "furniture"),
        ("chec", "furniture"),
    }


def test_an_empty_cell_leaves_its_side_of_the_anchor_empty() -> None:
    rows = [" | ".join(pair) for pair in PAIRS]
    rows[3] = f"{ARABIC[3]} |"
    found = split(document(rows), LANGS)
    anchor = found.bitexts[0].anchors[3]
    assert (anchor.source, anchor.target) == (range(3, 4), range(3, 3))


def test_a_cell_in_latin_letters_belongs_to_its_column() -> None:
    found = split(document([*("\t".join(pair) for pair in PAIRS), "GitHub\tGitHub"]), LANGS)
    assert sides(found) == ([*ARABIC, "GitHub"], [*ENGLISH, "GitHub"])


def test_the_rule_below_a_header_is_no_row() -> None:
    rows = [
        "| العربية | English |",
        "| --- | --- |",
        *(f"| {pair[0]} | {pair[1]} |" for pair in PAIRS),
    ]
    found = split(document(rows), LANGS)
    assert sides(found) == (["العربية", *ARABIC], ["English", *ENGLISH])


def test_a_pipe_inside_a_cell_does_not_shift_the_columns() -> None:
    rows = [f"{number} | {source} | {target}" for number, (source, target) in enumerate(PAIRS)]
    rows.append("9 | اضغط على زر البحث في الأعلى | Press Search | Find at the top")
    found = split(document(rows), LANGS)
    assert sides(found)[1][-1] == "Press Search | Find at the top"


def test_a_row_that_lacks_its_number_is_told_by_script() -> None:
    rows = [f"{number}\t{source}\t{target}" for number, (source, target) in enumerate(PAIRS)]
    rows.append("شكرًا لزيارتكم\tThank you for coming")
    found = split(document(rows), LANGS)
    assert (sides(found)[0][-1], sides(found)[1][-1]) == ("شكرًا لزيارتكم", "Thank you for coming")


def test_a_row_with_far_too_many_cells_is_loose() -> None:
    rows = ["\t".join(pair) for pair in PAIRS]
    wide = "\t".join(["كتاب", "book"] * 20)
    found = split(document([*rows, wide]), LANGS)
    assert layouts(found) == ["columns"]
    assert [column[:8] for column in sides(found)] == [ARABIC, ENGLISH]
    assert wide in [*sides(found)[0], *sides(found)[1]]


@pytest.mark.parametrize("wide", ["a\tب\t" * 50_000, "\t" * 50_000])
def test_one_endless_row_takes_little_time(wide: str) -> None:
    rows = [*("\t".join(pair) for pair in PAIRS), f"نعم{wide}yes"]
    found, spent = seconds(lambda: split(document(rows), LANGS, "columns"))
    assert sides(found)[0][:8] == ARABIC
    assert spent < 3


def test_many_columns_take_little_time() -> None:
    rows = ["\t".join(["كتاب جديد", "a new book"] * width) for width in (100, 100, 99, 101) * 10]
    found, spent = seconds(lambda: split(document(rows), LANGS))
    assert layouts(found) == ["columns"]
    assert spent < 5
