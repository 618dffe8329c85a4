"""Names in English text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.evidence.names import names
from align.text.capitals import Capitals


def found(text: str, capitals: Capitals | None = None) -> list[str]:
    return [text[name.start : name.end] for name in names(text, capitals or Capitals())]


def keys(text: str) -> list[list[str]]:
    return [[part.key for part in name.parts] for name in names(text)]


def test_words_with_capitals_amid_a_sentence_are_names() -> None:
    assert found("Later we met Salma and her friend Karim.") == ["Salma", "Karim"]


def test_the_words_of_one_name_stand_together() -> None:
    assert found("The writer Omar Haddad left.") == ["Omar Haddad"]
    assert keys("The writer Omar Haddad left.") == [["omar", "haddad"]]


def test_articles_and_particles_join_a_name_and_are_no_part_of_it() -> None:
    text = "We read Omar bin al-Khattab and Hind's letters."
    assert found(text) == ["Omar bin al-Khattab", "Hind's"]
    assert keys(text) == [["omar", "khattab"], ["hind"]]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital_alone() -> None:
    assert found("Camels drink little. Wells are deep.") == []


def test_the_first_word_is_a_name_where_the_document_has_it_amid_sentences() -> None:
    assert found("Salma drinks.", Capitals(familiar=frozenset({"salma"}))) == ["Salma"]


def test_a_word_the_document_has_in_lower_case_is_no_name() -> None:
    assert found("We saw the Camel.", Capitals(ordinary=frozenset({"camel"}))) == []


def test_a_name_of_the_table_needs_no_more_than_its_capital() -> None:
    assert found("Egypt is old, and the US is young.") == ["Egypt", "US"]
    assert found("It is up to us.") == []


def test_several_words_with_one_arabic_name_are_one_part() -> None:
    assert keys("It joined the United Nations early.") == [["united nations"]]


def test_pronouns_days_titles_and_acronyms_are_no_names() -> None:
    assert found("On Monday, I'm told, President Haddad saw NASA and our APIs.") == ["Haddad"]


@given(st.text(max_size=80))
def test_spans_are_in_order_and_hold_their_parts(text: str) -> None:
    end = 0
    for name in names(text):
        assert end <= name.start < name.end <= len(text)
        assert name.parts[0].start == name.start
        assert name.parts[-1].end == name.end
        end = name.end
