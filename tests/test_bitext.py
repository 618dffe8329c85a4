from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import pair, split
from align.errors import ReadError
from align.model import LAYOUTS, Document, Split
from tests.layouts.texts import PAIRS, document, layouts, letters, sides

if TYPE_CHECKING:
    from collections import Counter

    from align.model import Layout

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]
FRENCH = "La bibliothèque ouvre chaque matin à neuf heures et ferme à dix-huit heures."
PERSIAN = "کتابخانه هر روز صبح ساعت نه باز می‌شود و خوانندگان می‌توانند کتاب امانت بگیرند."

TOKENS = "كتاب قال GitHub the ( ) [ ] – | : / 12 книга 北京 ـ º «نعم» (WHO) text. نصّ. از ß"
WORDS = st.sampled_from([*TOKENS.split(), "\t", "\n"])
LINES = st.lists(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30), max_size=12)


def accounted(found: Split) -> Counter[str]:
    source, target = sides(found)
    return letters([*source, *target, *(passage.text for passage in found.passages)])


@given(LINES, st.sampled_from([*LAYOUTS[:-1], None]))
@settings(max_examples=150, deadline=None)
def test_every_letter_is_on_one_side_or_listed(lines: list[str], layout: Layout | None) -> None:
    assert accounted(split(document(lines), LANGS, layout)) == letters(lines)


@given(LINES, LINES)
@settings(max_examples=50, deadline=None)
def test_every_letter_of_a_pair_is_accounted_for(source: list[str], target: list[str]) -> None:
    try:
        found = pair(document(source), document(target), LANGS)
    except ReadError:  # each in the language of the other
        found = pair(document(target), document(source), LANGS)
    assert accounted(found) == letters([*source, *target])


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_anchors_cover_both_sides_in_order(lines: list[str]) -> None:
    for bitext in split(document(lines), LANGS).bitexts:
        for side, blocks in (("source", bitext.source.blocks), ("target", bitext.target.blocks)):
            spans = [getattr(anchor, side) for anchor in bitext.anchors]
            covered = [index for span in spans for index in span]
            assert covered == (list(range(len(blocks))) if spans else [])


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_a_cut_block_is_a_slice_of_the_text_at_its_place(lines: list[str]) -> None:
    whole = document(lines)
    for bitext in split(whole, LANGS).bitexts:
        for block in (*bitext.source.blocks, *bitext.target.blocks):
            assert whole.text[block.place.start : block.place.end] == block.text


def test_one_language_after_the_other_is_stacked() -> None:
    found = split(document([*ARABIC, *ENGLISH]), LANGS)
    assert (layouts(found), sides(found)) == (["stacked"], (ARABIC, ENGLISH))
    assert found.bitexts[0].anchors == ()
    assert found.bitexts[0].id == "text#1"


def test_the_source_is_the_first_language_asked_for() -> None:
    found = split(document([*ARABIC, *ENGLISH]), ("en", "ar"))
    assert sides(found) == (ENGLISH, ARABIC)


def test_blocks_that_stay_whole_are_the_reader_s_own() -> None:
    read = document([*ARABIC, *ENGLISH])
    bitext = split(read, LANGS).bitexts[0]
    assert bitext.source.blocks + bitext.target.blocks == read.blocks


def test_a_third_language_is_listed_and_not_aligned() -> None:
    found = split(document([*ARABIC, FRENCH, *ENGLISH, PERSIAN]), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    listed = [(passage.lang, passage.text, passage.reason) for passage in found.passages]
    assert listed == [("fr", FRENCH, "other-language"), ("fa", PERSIAN, "other-language")]


def test_a_third_language_in_a_column_is_listed() -> None:
    rows = [f"{source}\t{target}\t{FRENCH}" for source, target in PAIRS]
    found = split(document(rows), LANGS)
    assert sides(found) == (ARABIC, ENGLISH)
    assert {(passage.lang, passage.reason) for passage in found.passages} == {
        ("fr", "other-language")
    }


@pytest.mark.parametrize(
    "extra",
    [[], ["GitHub"], ["https://www.example.org/library/opening-hours"], ["John Smith"]],
)
def test_arabic_with_a_stray_name_or_address_is_monolingual(extra: list[str]) -> None:
    found = split(document([*ARABIC, *extra]), LANGS)
    assert (found.bitexts, found.monolingual) == ((), "ar")
    assert {passage.reason for passage in found.passages} == {"monolingual"}
    assert accounted(found) == letters([*ARABIC, *extra])


def test_english_alone_is_monolingual() -> None:
    assert split(document(ENGLISH), LANGS).monolingual == "en"


def test_a_french_text_is_in_neither_language() -> None:
    found = split(document([FRENCH]), LANGS)
    assert (found.monolingual, found.passages[0].reason) == ("fr", "other-language")


@pytest.mark.parametrize("lines", [[], ["12 – 34", "(...)"], ["***"]])
def test_text_without_letters_is_undetermined(lines: list[str]) -> None:
    assert split(document(lines), LANGS) == Split(bitexts=(), monolingual="und")


def test_languages_of_one_script_need_two_files() -> None:
    with pytest.raises(ReadError, match="--pair"):
        split(document(ENGLISH), ("de", "en"))


@pytest.mark.parametrize("layout", LAYOUTS[:-1])
def test_a_layout_asked_for_is_the_layout(layout: Layout) -> None:
    assert layouts(split(document([*ARABIC, *ENGLISH]), LANGS, layout)) == [layout]


def test_two_documents_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ReadError, match="mainly in en, not ar"):
        pair(document(ENGLISH), document(ARABIC), LANGS)


def test_two_documents_in_one_language_are_no_bitext() -> None:
    found = pair(document(ENGLISH), document(ENGLISH), LANGS)
    assert (found.bitexts, found.monolingual) == ((), "en")
    assert accounted(found) == letters([*ENGLISH, *ENGLISH])


def test_two_documents_make_one_bitext_without_anchors() -> None:
    source, target = document(ARABIC), document([*ENGLISH, FRENCH])
    found = pair(source, target, LANGS)
    (bitext,) = found.bitexts
    assert (bitext.layout, bitext.anchors, bitext.id) == ("pair", (), "text#1")
    assert (bitext.source.blocks, bitext.target.blocks) == (source.blocks, target.blocks[:-1])
    assert [passage.lang for passage in found.passages] == ["fr"]


def test_two_documents_may_share_a_script() -> None:
    german = ["Die Bücherei öffnet jeden Morgen um neun, und jeder darf drei Bücher ausleihen."]
    found = pair(document(german), document([FRENCH]), ("de", "fr"))
    assert (sides(found), found.passages) == ((german, [FRENCH]), ())


def test_a_table_and_a_text_below_it_are_two_bitexts() -> None:
    rows = [f"{number}\t{source}\t{target}" for number, (source, target) in enumerate(PAIRS)]
    found = split(document([*rows, *ARABIC, *ENGLISH]), LANGS)
    assert layouts(found) == ["columns", "stacked"]
    assert [bitext.id for bitext in found.bitexts] == ["text#1", "text#2"]
    assert sides(found) == (ARABIC * 2, ENGLISH * 2)


def test_a_heading_between_rows_joins_them() -> None:
    rows = [f"{source}\t{target}" for source, target in PAIRS]
    found = split(document([*rows[:4], "الفصل الثاني", *rows[4:]]), LANGS)
    assert layouts(found) == ["columns"]
    assert sides(found)[0] == [*ARABIC[:4], "الفصل الثاني", *ARABIC[4:]]


def test_lines_of_one_block_in_two_languages_are_cut_apart() -> None:
    text = "\n".join(f"{source}\n{target}" for source, target in PAIRS)
    found = split(document([text]), LANGS)
    assert (layouts(found), sides(found)) == (["interleaved"], (ARABIC, ENGLISH))
    assert found.bitexts[0].source.blocks[1].place.line == 3


def test_hebrew_and_russian_are_told_apart() -> None:
    hebrew = ["הספרייה נפתחת בכל בוקר בשעה תשע.", "כל קורא רשאי לשאול שלושה ספרים."]
    russian = ["Библиотека открывается в девять.", "Каждый читатель может взять три книги."]
    assert sides(split(document([*hebrew, *russian]), ("he", "ru"))) == (hebrew, russian)


def test_a_split_survives_pickling() -> None:
    found = split(document([*ARABIC, *ENGLISH]), LANGS)
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_same_document_gives_the_same_split() -> None:
    mixed: Document = document([f"{source} – {target}" for source, target in PAIRS])
    assert split(mixed, LANGS) == split(mixed, LANGS)
