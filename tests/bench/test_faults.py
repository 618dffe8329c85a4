"""The fault bench: what it puts into pairs, and how it counts what is found."""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from align.checks import found
from align.checks.catalogue import FLAGS
from align.evidence.pair import Pair as CheckedPair
from align.evidence.pair import Text
from tests.bench.faults.__main__ import main
from tests.bench.faults.cases import ARABIC, Pair, Site
from tests.bench.faults.denials import denial_added, denial_removed
from tests.bench.faults.glossed import TERMS, write_glossary
from tests.bench.faults.kinds import KINDS
from tests.bench.faults.measuring import Bench, cases, right_pairs
from tests.bench.faults.names import NAMES
from tests.bench.faults.numerals import figure_changed, figure_dropped, figures_swapped
from tests.bench.faults.whole import halved, run_cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.faults.cases import Fault

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data")
PAIRS = [
    Pair(
        "زرع الفلاح 120 شجرة، ثم سقاها كل صباح.", "The farmer planted 120 trees, then watered them."
    ),
    Pair(
        "لا يمكن فتح الباب بعد الساعة العاشرة ليلا.",
        "The door can not be opened after ten at night.",
    ),
    Pair(
        "وصل القارب في 14 يونيو 2011، وكان البحر هادئا، والريح خفيفة.",
        "The boat arrived on 14 June 2011, the sea was calm, and the wind was light.",
    ),
    Pair(
        "كان السوق يفتح مرتين في الأسبوع، ويأتي إليه الناس من القرى البعيدة.",
        "The market was open twice a week, and people came to it from distant villages.",
    ),
    Pair(
        "يمكن للزائر أن يرى من هنا النهر كله، والجسر القديم، وبرج الساعة.",
        "From here a visitor can see the whole river, the old bridge, and the clock tower.",
    ),
    Pair("هل قرأت الرسالة، أم تركتها؟", "Did you read the letter, or did you leave it?"),
]
# What units of a memory say of one another is no fault of a pair.
OF_SEVERAL_UNITS = {"inconsistent-target", "inconsistent-source", "duplicate", "near-duplicate"}


def site(pair: Pair, seed: int = 0) -> Site:
    return Site(pair, PAIRS[0], Random(seed))


def made(fault: Fault, pair: Pair, seed: int = 0) -> Pair:
    """Return a pair with a fault, for which it has a place."""
    case = fault(site(pair, seed))
    assert case is not None
    assert case.right == pair
    return case.faulty


def by_texts_alone(pairs: Sequence[Pair]) -> list[frozenset[str]]:
    checked = (CheckedPair(source=Text(a, "ar"), target=Text(e, "en")) for a, e in pairs)
    return [frozenset(flag.id for flag in found(pair)) for pair in checked]


def test_every_flag_of_a_pair_has_a_kind_of_fault() -> None:
    named = {name for kind in KINDS.values() for name in kind.flags}
    assert named == set(FLAGS) - OF_SEVERAL_UNITS
    assert all(name in kind.flags for name, kind in KINDS.items())


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("seed", range(5))
def test_a_fault_changes_one_side_of_a_right_pair(name: str, seed: int) -> None:
    found_cases = cases(KINDS[name], PAIRS, len(PAIRS), seed)
    assert found_cases
    for case in (one.case for one in found_cases.values()):
        changed = [a != b for a, b in zip(case.right, case.faulty, strict=True)]
        assert sum(changed) == 1


@pytest.mark.parametrize("name", KINDS)
def test_every_way_of_making_a_fault_finds_a_place_somewhere(name: str) -> None:
    for fault in KINDS[name].faults:
        assert any(fault(site(pair, seed)) for pair in PAIRS for seed in range(20)), fault


@pytest.mark.parametrize("name", KINDS)
def test_the_same_seed_makes_the_same_faults(name: str) -> None:
    once, again = (cases(KINDS[name], PAIRS, 4, 7) for _ in range(2))
    assert once == again


def test_the_ways_of_a_kind_take_their_shares() -> None:
    ways = [one.way for one in cases(KINDS["address"], PAIRS, 6, 1).values()]
    assert sorted(ways) == ["address_changed"] * 3 + ["address_dropped"] * 3


@pytest.mark.parametrize("seed", range(8))
def test_numbers_are_changed_dropped_and_swapped(seed: int) -> None:
    pair = Pair("له 1357 كتابا", "He has 2468 books")
    changed, dropped, swapped = (
        made(fault, pair, seed) for fault in (figure_changed, figure_dropped, figures_swapped)
    )
    assert sum(len(text) for text in changed) == sum(map(len, pair))
    assert dropped in {Pair("له كتابا", pair.english), Pair(pair.arabic, "He has books")}
    assert sorted("".join(swapped)) == sorted("".join(pair))


def test_a_figure_of_a_word_address_or_time_is_left_alone() -> None:
    assert figure_changed(site(Pair("شبكة 5G", "at 10:30, MP3, www.a1.example/2"))) is None


def test_a_third_to_a_half_of_a_side_is_cut() -> None:
    pair = Pair(" ".join("ابتثجحخدذر"), " ".join("abcdefghij"))
    for seed in range(20):
        case = run_cut(site(pair, seed))
        assert case is not None
        left = min(len(text.split()) for text in case.faulty)
        assert 5 <= left <= 7
    assert run_cut(site(Pair("كلمات قليلة هنا", "few words here"))) is None


def test_half_of_a_long_side_is_kept() -> None:
    case = halved(site(PAIRS[4]))
    assert case is not None
    side = next(at for at in (0, 1) if case.faulty[at] != case.right[at])
    assert len(case.faulty[side].split()) == len(case.right[side].split()) // 2
    assert case.right[side].startswith(case.faulty[side])


@pytest.mark.parametrize("seed", range(4))
def test_denials_are_removed_where_both_sides_deny_and_added_where_none_does(seed: int) -> None:
    denying, plain = PAIRS[1], PAIRS[4]
    assert made(denial_removed, denying, seed) in {
        Pair(denying.arabic.removeprefix("لا "), denying.english),
        Pair(denying.arabic, denying.english.replace("can not", "can")),
    }
    assert made(denial_added, plain, seed) in {
        Pair(f"لا {plain.arabic}", plain.english),
        Pair(plain.arabic, plain.english.replace("can", "cannot")),
    }
    assert denial_added(site(denying, seed)) is denial_removed(site(plain, seed)) is None


def test_the_names_are_sixty_and_all_different() -> None:
    assert len(NAMES) == 60
    assert all(len(name) == 2 for name in NAMES)
    assert len({part for name in NAMES for part in name}) == 120


def test_the_glossary_has_the_terms_and_what_they_should_be(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    write_glossary(path)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert rows == [[term, wanted] for term, wanted, _ in TERMS]


def test_only_flags_that_were_not_there_before_count() -> None:
    kind = KINDS["number"]
    right = PAIRS[:1]
    assert Bench(right, by_texts_alone).recall("number", kind).recall == 1.0
    always = Bench(right, lambda pairs: [frozenset({"number"}) for _ in pairs]).recall(
        "number", kind
    )
    assert (always.found, always.cases, len(always.missed)) == (0, 1, 1)
    assert always.missed[0].right == right[0]


def test_what_is_found_is_told_by_way_too() -> None:
    result = Bench(PAIRS, by_texts_alone, 3).recall("address", KINDS["address"])
    assert set(result.faults) == {"address_changed", "address_dropped"}
    assert sum(seen for seen, _ in result.faults.values()) == 6
    assert (result.found, result.cases, result.recall) == (6, 6, 1.0)


def test_alarms_are_counted_by_flag_and_by_pair() -> None:
    wrong = [*PAIRS, Pair("له 5 كتب في 2010", "See www.example.org")]
    counted = Bench(wrong, by_texts_alone).alarms(["number", "date", "address"])
    assert counted.pairs == len(wrong)
    assert counted.errors == 1
    assert counted.flags["number"] == counted.flags["address"] == 1


@pytest.mark.skipif(not DATA.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
def test_right_pairs_are_the_same_for_a_seed_and_stand_in_their_order() -> None:
    pairs = right_pairs(DATA / "gold", 100, seed=3)
    assert len(pairs) == 100
    assert pairs == right_pairs(DATA / "gold", 100, seed=3)
    assert pairs != right_pairs(DATA / "gold", 100, seed=4)
    assert all(pair[ARABIC] == " ".join(pair[ARABIC].split()) for pair in pairs)


@pytest.mark.skipif(not DATA.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
def test_the_bench_prints_one_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(DATA), "--kind", "tag", "--encoder", "none", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [(kind["kind"], kind["cases"]) for kind in told["kinds"]] == [("tag", 200)]
    assert told["kinds"][0]["recall"] >= 0.95
    assert told["right"]["pairs"] == 2_000
    assert told["right"]["errors"] <= 0.02 * 2_000


def test_data_that_is_not_there_is_bad_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--data", str(tmp_path)])
