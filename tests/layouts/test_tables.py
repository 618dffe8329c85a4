from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import pair, split
from align.model import Block, Document, Place, Source, Split
from tests.layouts.texts import PAIRS, layouts, letters, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]
TWO_COLUMNS = ["\t".join(pair) for pair in PAIRS]
FRENCH = "La bibliothèque ouvre chaque matin à neuf heures et ferme à dix-huit heures."

Line = tuple[str, int | None]  # a text, and the table it is a row of


def document(lines: Sequence[Line]) -> Document:
    """Return a document with one block a text, as the readers of office files make it."""
    blocks, at = [], 0
    for number, (text, table) in enumerate(lines, 1):
        place = Place(line=number, start=at, length=len(text))
        kind = "paragraph" if table is None else "cell"
        blocks.append(Block(id=f"b{number}", kind=kind, text=text, place=place, table=table))  # type: ignore[arg-type]
        at += len(text) + 1
    source = Source(path="text.docx", format="docx", encoding="utf-8", sha256="")
    whole = "\n".join(text for text, _ in lines)
    return Document(id="text", source=source, text=whole, blocks=tuple(blocks))


def table(rows: list[str], number: int = 1) -> list[Line]:
    return [(row, number) for row in rows]


def in_rows(found: Split) -> list[tuple[list[str], list[str]]]:
    """Return the texts of both sides of every anchor."""
    return [
        (
            [bitext.source.blocks[at].text for at in anchor.source],
            [bitext.target.blocks[at].text for at in anchor.target],
        )
        for bitext in found.bitexts
        for anchor in bitext.anchors
    ]


def accounted(found: Split, lines: Sequence[Line]) -> bool:
    source, target = sides(found)
    listed = [passage.text for passage in found.passages]
    return letters([*source, *target, *listed]) == letters([text for text, _ in lines])


def test_rows_of_a_table_are_anchors() -> None:
    found = split(document(table(TWO_COLUMNS)), LANGS)
    assert layouts(found) == ["columns"]
    assert in_rows(found) == [([source], [target]) for source, target in PAIRS]


def test_every_paragraph_in_a_cell_is_a_block() -> None:
    row = "\n".join(ARABIC[:3]) + "\t" + "\n".join(ENGLISH[:3])
    found = split(document(table([row, TWO_COLUMNS[3]])), LANGS)
    assert in_rows(found) == [(ARABIC[:3], ENGLISH[:3]), (ARABIC[3:4], ENGLISH[3:4])]
    assert [block.id for block in found.bitexts[0].source.blocks] == [
        "b1.1",
        "b1.2",
        "b1.3",
        "b2.1",
    ]


def test_tables_of_one_row_each_take_the_columns_of_those_around_them() -> None:
    rows = [*TWO_COLUMNS, "GitHub\tGitHub"]
    lines = [(row, number) for number, row in enumerate(rows, 1)]
    found = split(document(lines), LANGS)
    assert layouts(found) == ["columns"]
    assert in_rows(found)[-1] == (["GitHub"], ["GitHub"])


def test_every_table_has_its_own_columns() -> None:
    turned = [f"{number}\t{target}\t{source}" for number, (source, target) in enumerate(PAIRS)]
    found = split(document([*table(TWO_COLUMNS), *table(turned, 2)]), LANGS)
    assert layouts(found) == ["columns"]
    assert sides(found) == (ARABIC * 2, ENGLISH * 2)


def test_a_table_between_paragraphs_is_a_bitext_of_its_own() -> None:
    lines: list[Line] = [(text, None) for pair in PAIRS for text in pair]
    found = split(document([*lines, *table(TWO_COLUMNS), *lines]), LANGS)
    assert layouts(found) == ["interleaved", "columns", "interleaved"]


def test_a_table_in_one_language_is_plain_text_cell_by_cell() -> None:
    rows = ["\t".join(ARABIC[at : at + 2]) for at in range(0, 8, 2)]
    lines = [*table(rows), *((text, None) for text in ENGLISH)]
    found = split(document(lines), LANGS)
    assert (layouts(found), sides(found)) == (["stacked"], (ARABIC, ENGLISH))


def test_both_languages_in_one_cell_are_told_apart() -> None:
    found = split(
        document(table([f"{number}\t{b}\n{a}" for number, (a, b) in enumerate(PAIRS)])), LANGS
    )
    assert layouts(found) == ["columns"]
    assert in_rows(found) == [([source], [target]) for source, target in PAIRS]


def test_a_title_over_both_columns_is_told_apart() -> None:
    rows = [f"{ENGLISH[0]}\n{ARABIC[0]}", *TWO_COLUMNS[1:], f"{ENGLISH[3]}\n{ARABIC[3]}\t"]
    found = split(document(table(rows)), LANGS)
    assert in_rows(found)[0] == (ARABIC[:1], ENGLISH[:1])
    assert in_rows(found)[-1] == (ARABIC[3:4], ENGLISH[3:4])


@pytest.mark.parametrize("head", ["English\tالعربية", "Source\tTarget", "en\tar\tNotes"])
def test_a_row_that_names_the_columns_is_no_text(head: str) -> None:
    title = f"{ARABIC[0]}\n{ENGLISH[0]}\t"
    lines = table([title, head, *(f"{b}\t{a}" for a, b in PAIRS[1:])])
    found = split(document(lines), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert [passage.label for passage in found.passages] == ["heading of the table"]
    assert accounted(found, lines)


def test_rows_that_each_name_their_languages_are_text() -> None:
    found = split(document(table(["English\tالعربية", "Arabic\tالإنجليزية"])), LANGS)
    assert sides(found) == (["العربية", "الإنجليزية"], ["English", "Arabic"])


@pytest.mark.parametrize("code", ["{}", "LIB-{}"])
def test_a_title_that_begins_over_the_column_of_numbers_is_told_apart(code: str) -> None:
    numbered = [f"{code.format(at)}\t{row}" for at, row in enumerate(TWO_COLUMNS)]
    rows = [f"{ENGLISH[0]}\n{ARABIC[0]}\t\t", *numbered[1:5], f"{ARABIC[2]}\n{ENGLISH[2]}\t\t"]
    found = split(document(table([*rows, *numbered[5:]])), LANGS)
    assert in_rows(found)[0] == (ARABIC[:1], ENGLISH[:1])
    assert in_rows(found)[5] == (ARABIC[2:3], ENGLISH[2:3])


def test_a_title_in_one_language_over_the_column_of_numbers_is_text() -> None:
    numbered = ["No.\tالنص\tText", *(f"{at}\t{row}" for at, row in enumerate(2 * TWO_COLUMNS))]
    found = split(document(table([*numbered[:4], "الجزء الثاني\t\t", *numbered[4:]])), LANGS)
    assert in_rows(found)[4] == (["الجزء الثاني"], [])
    assert [passage.text for passage in found.passages] == ["No."]


def test_a_remark_alone_in_its_row_stays_a_remark() -> None:
    rows = [f"{row}\tchecked" for row in TWO_COLUMNS]
    found = split(document(table([*rows, "\t\tto be delivered"])), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert found.passages[-1].text == "to be delivered"


def test_an_empty_first_cell_keeps_its_column() -> None:
    rows = [*TWO_COLUMNS, "\tGitHub"]
    found = split(document(table(rows)), LANGS)
    assert in_rows(found)[-1] == ([], ["GitHub"])


def test_further_columns_are_listed() -> None:
    rows = [
        f"LIB-{number}\t{source}\t{target}\t{FRENCH}"
        for number, (source, target) in enumerate(PAIRS)
    ]
    found = split(document(table(rows)), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert {(passage.lang, passage.reason, passage.label) for passage in found.passages} == {
        ("und", "furniture", "further column"),
        ("fr", "other-language", ""),
    }


def test_a_layout_asked_for_reads_cells_as_paragraphs() -> None:
    found = split(document(table(TWO_COLUMNS)), LANGS, "interleaved")
    assert (layouts(found), sides(found)) == (["interleaved"], (ARABIC, ENGLISH))


def test_rows_of_two_tables_are_anchors_of_a_pair() -> None:
    source = document(table([f"{at}\t{text}" for at, text in enumerate(ARABIC)]))
    target = document(table([f"{at}\t{text}" for at, text in enumerate(ENGLISH)]))
    found = pair(source, target, LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert in_rows(found) == [([a], [b]) for a, b in PAIRS]
    assert found.bitexts[0].source.blocks[0].id == "b1.1"


@pytest.mark.parametrize("kept", [range(8), [0, 1, 2, 4, 5, 6, 7]], ids=["all", "a row missing"])
def test_columns_that_two_tables_have_in_common_are_listed(kept: Sequence[int]) -> None:
    source = table([f"ID-{at}\t{text}\tseen by RH" for at, text in enumerate(ARABIC)])
    target = table([f"ID-{at}\t{ENGLISH[at]}\tseen by RH" for at in kept])
    found = pair(document(source), document(target), LANGS)
    assert sides(found) == (ARABIC, [ENGLISH[at] for at in kept])
    listed = [passage for passage in found.passages if passage.reason == "furniture"]
    assert len(listed) == 2 * (len(ARABIC) + len(kept))
    assert {passage.label for passage in listed} == {"column that is the same in both files"}


def test_a_table_beside_a_copy_of_itself_keeps_its_text() -> None:
    copy = document(table([f"ID-{at}\t{text}" for at, text in enumerate(ARABIC)]))
    found = pair(copy, copy, LANGS)
    alone = [passage.text for passage in found.passages if passage.reason == "monolingual"]
    assert (found.monolingual, alone) == ("ar", ARABIC * 2)


@pytest.mark.parametrize("left_out", [[2], [2, 3]])
def test_tables_of_different_lengths_are_no_anchors(left_out: list[int]) -> None:
    kept = [text for at, text in enumerate(ENGLISH) if at not in left_out]
    found = pair(document(table(ARABIC)), document(table(kept)), LANGS)
    assert found.bitexts[0].anchors == ()


def test_rows_that_are_shifted_against_each_other_are_no_anchors() -> None:
    lengths = [3, 25, 6, 40, 2, 18, 30, 4, 12, 50] * 6
    source = [f"كلمة {'كتاب ' * length}" for length in lengths]
    target = [f"word {'books ' * length}" for length in lengths]
    straight = pair(document(table(source)), document(table(target)), LANGS)
    assert len(straight.bitexts[0].anchors) == 60
    shifted = [*target[:10], *target[11:50], "one more", *target[50:]]
    found = pair(document(table(source)), document(table(shifted)), LANGS)
    assert found.bitexts[0].anchors == ()


TOKENS = "كتاب قال GitHub the ( ) – | 12 книга text. نصّ."
WORDS = st.sampled_from([*TOKENS.split(), "\t", "\n"])
ROWS = st.lists(
    st.tuples(st.lists(WORDS, max_size=10).map(" ".join), st.sampled_from([None, 1, 2, 3])),
    max_size=12,
)


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_every_letter_of_a_table_is_on_one_side_or_listed(lines: list[Line]) -> None:
    assert accounted(split(document(lines), LANGS), lines)


@given(ROWS)
@settings(max_examples=100, deadline=None)
def test_anchors_cover_both_sides_in_order(lines: list[Line]) -> None:
    for bitext in split(document(lines), LANGS).bitexts:
        for side, blocks in (("source", bitext.source.blocks), ("target", bitext.target.blocks)):
            covered = [at for anchor in bitext.anchors for at in getattr(anchor, side)]
            assert covered == (list(range(len(blocks))) if bitext.anchors else [])
