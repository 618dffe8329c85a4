"""What is said of units that repeat one another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.checks.catalogue import FLAGS
from align.store.keys import search_key
from align.store.spool import repetitions

from .repeating import BRIDGE, CROSSED, RIVALS, Pair, units

KINDS = {"inconsistent-target", "inconsistent-source", "duplicate", "near-duplicate"}
WORDS = st.sampled_from(["كتب", "كَتب", "كتب ١", "كتب 2", "قرأ", "", "نعم يا سيدي العزيز"])
TARGETS = st.sampled_from(["wrote", "Wrote!", "wrote 1", "read", "", "yes my dear sir 7", "…"])
PAIRS = st.lists(st.tuples(WORDS, TARGETS), max_size=12)


def said(*pairs: Pair, ignore: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """Return the messages about each pair by the ids of their flags."""
    return [
        {flag.id: flag.message for flag in flags} for flags in repetitions(units(pairs), ignore)
    ]


def ids(*pairs: Pair, ignore: tuple[str, ...] = ()) -> list[set[str]]:
    return [{*messages} for messages in said(*pairs, ignore=ignore)]


def test_every_flag_is_in_the_catalogue_with_its_severity() -> None:
    pairs = [(BRIDGE, CROSSED), (BRIDGE, CROSSED), (BRIDGE + "!", CROSSED)]
    found = {flag.id: flag for flags in repetitions(units([*pairs, *RIVALS])) for flag in flags}
    assert {*found} == KINDS
    assert {name: flag.severity for name, flag in found.items()} == {
        name: FLAGS[name].severity for name in KINDS
    }


def test_a_source_with_two_targets_names_the_other_in_each() -> None:
    pairs = (BRIDGE, CROSSED), ("ذهب الولد إلى المدرسة", "The boy went"), (BRIDGE, "He went home")
    first, second, third = said(*pairs)
    message = "the same source is also translated as “{}”"
    assert first == {"inconsistent-target": message.format("He went home")}
    assert second == {}
    shortened = "The man crossed the old bridge in the e…"
    assert third == {"inconsistent-target": message.format(shortened)}


def test_of_several_other_targets_the_commonest_is_named() -> None:
    targets = ["One way to say it", "Two ways", "Three ways", "Three ways", "Two ways."]
    messages = [flags["inconsistent-target"] for flags in said(*((BRIDGE, t) for t in targets))]
    others = "the same source is translated in 2 other ways, most often as"
    assert messages == [
        f"{others} “Two ways”",
        f"{others} “Three ways”",
        f"{others} “Two ways”",
        f"{others} “Two ways”",
        f"{others} “Three ways”",
    ]


def test_a_target_with_several_sources_is_said_too() -> None:
    sources = ["ذهب الولد إلى المدرسة", "مضى الطفل إلى مدرسته", "راح الصبي"]
    pairs = [(source, "The boy went to school") for source in sources]
    assert said(*pairs[:2])[0] == {
        "inconsistent-source": f"the same target is the translation of “{sources[1]}”"
    }
    assert said(*pairs)[1] == {
        "inconsistent-source": "the same target is the translation of 2 other sources, "
        f"most often “{sources[0]}”"
    }


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (BRIDGE, CROSSED.upper()),
        (BRIDGE, f"“{CROSSED}.”"),
        (f"{BRIDGE}!", CROSSED.replace(" ", "  ")),
        ("عَبَرَ الرَّجُلُ الجِسرَ القَديم مَساءً", CROSSED),
    ],
)
def test_case_marks_punctuation_and_spaces_make_no_other_text(source: str, target: str) -> None:
    first, second = ids((BRIDGE, CROSSED), (source, target))
    assert (first, second) == (set(), {"near-duplicate"})


def test_the_same_pair_again_names_the_first_and_only_the_later_ones_are_flagged() -> None:
    pairs = (BRIDGE, CROSSED), ("نعم", "Yes"), (BRIDGE, CROSSED), (BRIDGE, CROSSED)
    again = {"duplicate": "the same pair as unit u1"}
    assert said(*pairs) == [{}, {}, again, again]


def test_a_pair_that_differs_in_numbers_is_nearly_the_same_if_long() -> None:
    longer = f"{BRIDGE} قبل {{}} أعوام", f"{CROSSED} {{}} years ago"
    pairs = [(longer[0].format(n), longer[1].format(n)) for n in (5, 6)]
    assert ids(*pairs) == [set(), {"near-duplicate"}]
    assert said(*pairs)[1]["near-duplicate"].startswith("nearly the same pair as unit u1: ")
    assert ids(("المادة ٥", "Article 5"), ("المادة ٦", "Article 6")) == [set(), set()]


def test_a_copy_of_a_near_duplicate_is_a_duplicate() -> None:
    pairs = (BRIDGE, CROSSED), (f"{BRIDGE}.", CROSSED), (f"{BRIDGE}.", CROSSED)
    assert said(*pairs)[1:] == [
        {
            "near-duplicate": "nearly the same pair as unit u1: "
            "only numbers, punctuation, case, spaces or marks differ"
        },
        {"duplicate": "the same pair as unit u2"},
    ]


@pytest.mark.parametrize("source", ["نعم", "يا أخي", "الديمقراطية"])
def test_several_targets_of_a_short_source_are_worth_a_note_only(source: str) -> None:
    (first, *_), _ = repetitions(units([(source, "Yes"), (source, "Indeed it is")]))
    assert (first.id, first.severity) == ("inconsistent-target", "info")


def test_empty_sides_are_rivals_of_nothing() -> None:
    assert ids(("", "Yes"), ("", "No"), ("نعم يا سيدي", ""), (BRIDGE, "")) == [set()] * 4


def test_texts_of_punctuation_only_are_told_apart() -> None:
    assert ids(("***", "***"), ("---", "---")) == [set(), set()]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_is_ignored_is_not_said(name: str) -> None:
    pairs = [(BRIDGE, CROSSED), (BRIDGE, CROSSED), (BRIDGE + "!", CROSSED), *RIVALS]
    assert set().union(*ids(*pairs)) == KINDS
    assert set().union(*ids(*pairs, ignore=(name,))) == KINDS - {name}


@settings(deadline=None, max_examples=60)
@given(PAIRS)
def test_flags_are_those_that_comparing_every_two_pairs_gives(pairs: list[Pair]) -> None:
    keys = [(search_key(source), search_key(target)) for source, target in pairs]
    for number, flags in enumerate(ids(*pairs)):
        source, target = keys[number]
        others = [key for key in keys if all(key) and source and target]
        assert ("duplicate" in flags) == (pairs[number] in pairs[:number])
        assert ("near-duplicate" in flags) == (
            keys[number] in keys[:number] and pairs[number] not in pairs[:number]
        )
        assert ("inconsistent-target" in flags) == any(
            key[0] == source and key[1] != target for key in others
        )
        assert ("inconsistent-source" in flags) == any(
            key[1] == target and key[0] != source for key in others
        )


@settings(deadline=None, max_examples=60)
@given(PAIRS)
def test_no_flag_comes_twice(pairs: list[Pair]) -> None:
    for found in repetitions(units(pairs)):
        assert len({flag.id for flag in found}) == len(found)
