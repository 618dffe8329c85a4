from __future__ import annotations

import pytest

from align.checks.glossary import glossary
from align.evidence.pair import Context, Glossary, Pair, Text
from tests.checks.made import made, marked

TERMS: Glossary = (
    ("محكمة", ("court",)),
    ("محكمة الاستئناف", ("court of appeal", "appeals court")),
    ("عقد إيجار", ("lease", "rental agreement")),
)


def found(arabic: str, english: str, terms: Glossary = TERMS) -> list[str]:
    pair = made(arabic, english, Context(glossary=terms))
    return [text for name, _, text in marked(pair, glossary(pair)) if name == "glossary"]


def test_a_term_translated_as_agreed_is_fine() -> None:
    assert found("قضت المحكمة", "The court ruled") == []
    assert found("وقعا عقد الإيجار", "They signed the leases") == []


def test_a_term_translated_otherwise_is_marked() -> None:
    assert found("قضت المحكمة", "The tribunal ruled") == ["المحكمة"]


def test_any_of_the_translations_will_do() -> None:
    assert found("وقعا عقد إيجار", "They signed a rental agreement") == []


def test_the_longest_term_counts() -> None:
    assert found("قضت محكمة الاستئناف", "The court ruled") == ["محكمة الاستئناف"]
    assert found("قضت محكمة الاستئناف", "The appeals court ruled") == []


@pytest.mark.parametrize("word", ["بمحكمة", "والمحكمة", "للمحكمة", "فَالمَحكَمَة", "ومحكمة"])
def test_clitics_and_vowel_marks_do_not_hide_a_term(word: str) -> None:
    assert found(f"قال {word}", "He said tribunal") == [word]


def test_a_term_is_no_part_of_a_word() -> None:
    assert found("حكم", "ruling") == []
    assert found("قضت المحكمة", "He is courting") == []


def test_an_english_source_is_looked_through_as_well() -> None:
    context = Context(glossary=(("lease", ("عقد إيجار",)),))
    pair = Pair(source=Text("Two leases", "en"), target=Text("وثيقتان", "ar"), context=context)
    assert marked(pair, glossary(pair)) == [("glossary", "source", "leases")]
    pair = Pair(source=Text("A lease", "en"), target=Text("بعقد الإيجار", "ar"), context=context)
    assert list(glossary(pair)) == []


def test_the_message_names_the_agreed_translations() -> None:
    pair = made("وقعا عقد إيجار", "They signed", Context(glossary=TERMS))
    [flag] = glossary(pair)
    assert "lease, rental agreement" in flag.message


def test_without_a_glossary_nothing_is_looked_for() -> None:
    assert found("قضت المحكمة", "The tribunal ruled", ()) == []
