"""Judging: scores and flags of the units of memories and of alignments, with the real encoder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.config import CheckSettings, ReadSettings, Settings
from align.judging import Judged, judged, judged_bitext
from align.lines import aligned_texts
from align.model import TranslationUnit
from align.scorers.prior import DEFAULT, probability
from align.units import UnitMaker
from tests.own import gold, sides

NEWS = tuple(bead for bead in gold("news-dam") if all(bead))
MEANING, SURFACE = Settings(), Settings(encoder="none")


def units(langs: tuple[str, str] = ("ar", "en")) -> list[TranslationUnit]:
    return [
        TranslationUnit(
            id=f"u{number}",
            source=" ".join(source),
            target=" ".join(target),
            source_lang=langs[0],
            target_lang=langs[1],
            kind="1-1",
            score=1.0,
        )
        for number, (source, target) in enumerate(NEWS)
    ]


def odds(found: list[Judged]) -> list[float]:
    return [one.log_odds for one in found]


def kept(found: list[float]) -> list[bool]:
    """Say of each log odds whether the unit would be kept in a memory like most."""
    return [probability(one, DEFAULT) >= Settings().min_score for one in found]


def shifted(given: list[TranslationUnit]) -> list[TranslationUnit]:
    targets = [unit.target for unit in given]
    moved = zip(given, targets[1:] + targets[:1], strict=True)
    return [replace(unit, target=target) for unit, target in moved]


def test_every_unit_comes_back_in_order() -> None:
    given = units()
    assert [one.unit.id for one in judged(iter(given), MEANING)] == [unit.id for unit in given]


def test_right_pairs_are_likelier_than_shifted_ones() -> None:
    right, wrong = (
        odds(list(judged(units(), MEANING))),
        odds(list(judged(shifted(units()), MEANING))),
    )
    assert min(right) > max(wrong)
    assert all(kept(right))
    assert not any(kept(wrong))


def test_without_an_encoder_the_surface_is_judged() -> None:
    right, wrong = (
        odds(list(judged(units(), SURFACE))),
        odds(list(judged(shifted(units()), SURFACE))),
    )
    assert sum(right) > sum(wrong)


def test_a_wrong_pair_among_right_ones_is_the_worst() -> None:
    given = units()
    given[7] = replace(given[7], target=given[12].target)
    found = odds(list(judged(given, MEANING)))
    assert min(range(len(found)), key=found.__getitem__) == 7
    assert found[7] < 0 < found[12]


def test_a_half_translation_is_flagged_with_the_words_that_are_missing() -> None:
    given = units()
    words = given[2].target.split()
    given[2] = replace(given[2], target=" ".join(words[: len(words) // 2]))
    found = list(judged(given, MEANING))[2]
    (flag,) = (flag for flag in found.unit.flags if flag.id in {"partial", "merged"})
    assert flag.side == "source"
    assert flag.end > len(given[2].source) / 2


def test_the_sides_may_be_turned_round() -> None:
    turned = [
        replace(unit, source=unit.target, target=unit.source, source_lang="en", target_lang="ar")
        for unit in units()
    ]
    there, back = odds(list(judged(units(), MEANING))), odds(list(judged(turned, MEANING)))
    assert back == pytest.approx(there, abs=1.0)


def test_units_of_both_directions_may_be_mixed() -> None:
    given = units()
    mixed = [
        replace(unit, source=unit.target, target=unit.source, source_lang="en", target_lang="ar")
        if number % 2
        else unit
        for number, unit in enumerate(given)
    ]
    found = list(judged(mixed, MEANING))
    assert [one.unit.source for one in found] == [unit.source for unit in mixed]
    assert all(kept(odds(found)))


@pytest.mark.parametrize("settings", [MEANING, SURFACE])
@pytest.mark.parametrize(("source", "target"), [("", "Full."), ("تام.", "  "), ("", "")])
def test_an_empty_side_is_an_error_and_hopeless(
    settings: Settings, source: str, target: str
) -> None:
    given = units()[:4]
    given[1] = replace(given[1], source=source, target=target)
    found = list(judged(given, settings))
    assert len(found) == len(given)
    assert "empty" in {flag.id for flag in found[1].unit.flags}
    assert found[1].log_odds < -5


def test_flags_that_are_not_wanted_are_left_out() -> None:
    given = [replace(unit, target=unit.target + "  extra  spaces") for unit in units()[:3]]
    ignoring = Settings(checks=CheckSettings(ignore=("double-space",)))
    ids = [
        {flag.id for one in judged(given, settings) for flag in one.unit.flags}
        for settings in (MEANING, ignoring)
    ]
    assert ids[0] - ids[1] == {"double-space"}


def test_a_side_beyond_the_limit_is_not_read_and_says_so() -> None:
    given = units()[:3]
    limited = Settings(read=ReadSettings(max_segment=5_000))
    given[1] = replace(given[1], source="كلمة " * 1_001)
    found = list(judged(given, limited))
    assert "too-long" in {flag.id for flag in found[1].unit.flags}
    assert found[1].log_odds < -5 < found[0].log_odds


def test_one_unit_alone_is_judged() -> None:
    (found,) = judged(units()[:1], MEANING)
    assert found.log_odds > 0


def test_no_units_give_nothing() -> None:
    assert list(judged([], MEANING)) == []


@pytest.mark.parametrize("settings", [MEANING, SURFACE, Settings(aligner="gale-church")])
def test_the_units_of_an_alignment_get_scores_in_their_places(settings: Settings) -> None:
    alignment = aligned_texts(*sides(gold("news-dam")), settings)
    aligned = UnitMaker("news-dam", ("a", "b"), ()).units(alignment)
    found = judged_bitext(aligned, settings)
    assert [unit is None for unit in found.units] == [unit is None for unit in aligned.units]
    for before, after in zip(aligned.units, found.units, strict=True):
        if before is not None and after is not None:
            assert (before.id, before.source) == (after.id, after.source)
            assert 0 < after.score <= 1


def test_well_aligned_news_scores_high() -> None:
    alignment = aligned_texts(*sides(gold("news-dam")), MEANING)
    found = judged_bitext(UnitMaker("news-dam", ("a", "b"), ()).units(alignment), MEANING)
    scores = [unit.score for unit in found.units if unit is not None]
    assert sum(scores) / len(scores) > 0.9


def test_a_repeated_source_with_another_target_is_told_inside_a_document() -> None:
    source, target = sides(gold("news-dam"))
    texts = [*source, source[0]], [*target, target[0].replace("a", "o")]
    alignment = aligned_texts(*texts, MEANING)
    found = judged_bitext(UnitMaker("x", ("a", "b"), ()).units(alignment), MEANING)
    ids = {flag.id for unit in found.units if unit is not None for flag in unit.flags}
    assert "inconsistent-target" in ids
