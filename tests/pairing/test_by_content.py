"""Files whose names say nothing are paired by what they say."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.model import Aligned
from align.pairing import Found, find_jobs
from align.pairing.by_content import _unpaired, pair_by_content
from align.pairing.portrait import portrait
from align.pipeline import align_job
from align.runners import serial
from tests.bench.pairing import measured, short
from tests.bench.pairing_sets import Twin, drawn, gold_twins, halves, own_twins, write
from tests.checks.gold import DATA, NEEDS_GOLD

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Job

TWINS = {twin.name.removeprefix("own/"): twin for twin in own_twins()}
DAM, WELL, LEASE = TWINS["news-dam"], TWINS["story-well"], TWINS["contract-lease"]


def paired(folder: Path, settings: Settings | None = None) -> Found:
    settings = settings or Settings()
    found = find_jobs([str(folder)], settings.langs, [".txt", ".md"])
    return pair_by_content(found, settings, serial.imap)


def texts(folder: Path, **named: str) -> None:
    """Write texts; two underscores in a name stand for a folder."""
    for name, text in named.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def pairs(found: Found) -> set[tuple[str, ...]]:
    return {job.names for job in found.jobs if job.paired == "content"}


def alone(found: Found) -> dict[str, Job]:
    return {job.names[0]: job for job in found.jobs if job.paired is None}


def test_our_own_texts_with_meaningless_names_find_each_other(tmp_path: Path) -> None:
    chance = random.Random(1)
    twins = list(halves(TWINS.values()))
    right = write(drawn(twins, len(twins), 3, chance), tmp_path, chance)
    assert pairs(paired(tmp_path)) == right


def test_halves_of_one_text_are_told_apart(tmp_path: Path) -> None:
    size = len(LEASE.beads)
    for name, half in (("x", LEASE.part(0, size // 2)), ("y", LEASE.part(size // 2, size))):
        texts(tmp_path, **{f"{name}1": half.text(0), f"{3 - 'xy'.index(name)}": half.text(1)})
    assert pairs(paired(tmp_path)) == {("x1.txt", "3.txt"), ("y1.txt", "2.txt")}


def test_a_pair_has_its_source_first_and_its_name_its_score_and_a_note(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(1), two=DAM.text(0))
    (job,) = paired(tmp_path).jobs
    assert (job.id, job.names) == ("two", ("two.txt", "one.txt"))
    assert job.score is not None
    assert job.score > 0.9
    assert job.notes == (f"paired by content with score {job.score:.2f}",)
    (turned,) = paired(tmp_path, Settings(langs=("en", "ar"))).jobs
    assert (turned.id, turned.names) == ("one", ("one.txt", "two.txt"))


def test_a_file_without_partner_says_so_and_names_no_stranger(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(0), two=WELL.text(1), three=LEASE.text(1))
    found = paired(tmp_path)
    assert pairs(found) == set()
    (note,) = alone(found)["one.txt"].notes
    assert note == "no partner found among 2 files in English"
    assert alone(found)["two.txt"].notes == ("no partner found among 1 file in Arabic",)


def test_a_candidate_that_may_be_the_one_is_named(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(0), two=WELL.text(1), three=LEASE.text(1))
    others = [(job, None) for job in paired(tmp_path).jobs if job.names != ("one.txt",)]
    note = _unpaired(others, (1, 0.0), "en")  # type: ignore[arg-type]
    assert note == "no partner found among 2 files in English; best candidate two.txt (0.50)"


def test_a_folder_in_one_language_is_left_as_it_is(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(0), two=WELL.text(0))
    jobs = find_jobs([str(tmp_path)], ("ar", "en"), [".txt"])
    assert paired(tmp_path) == jobs


def test_bilingual_and_unreadable_files_stay_alone(tmp_path: Path) -> None:
    texts(tmp_path, both=WELL.text(0) + "\n" + WELL.text(1), one=DAM.text(0), two=DAM.text(1))
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2\3" * 100)
    found = paired(tmp_path)
    assert pairs(found) == {("one.txt", "two.txt")}
    assert {name: job.notes for name, job in alone(found).items()} == {
        "bad.txt": (),
        "both.txt": (),
    }


def test_of_identical_copies_the_first_one_has_the_partner(tmp_path: Path) -> None:
    texts(tmp_path, a=DAM.text(0), b=DAM.text(0), c=DAM.text(0), x=DAM.text(1))
    found = paired(tmp_path)
    assert pairs(found) == {("a.txt", "x.txt")}
    assert "best candidate x.txt" in alone(found)["c.txt"].notes[0]


def test_of_three_versions_of_a_text_each_finds_its_own(tmp_path: Path) -> None:
    size = len(DAM.beads)
    for k, version in enumerate([DAM, DAM.part(0, size * 2 // 3), DAM.part(size // 2, size)]):
        texts(tmp_path, **{f"v{k}": version.text(0), f"{9 - k}": version.text(1)})
    assert pairs(paired(tmp_path)) == {(f"v{k}.txt", f"{9 - k}.txt") for k in range(3)}


def test_names_that_several_files_could_answer_are_settled_by_the_content(tmp_path: Path) -> None:
    texts(tmp_path, act_ar=DAM.text(0), act_en=DAM.text(1))
    (tmp_path / "act_en.md").write_text(WELL.text(1), encoding="utf-8")
    assert pairs(paired(tmp_path)) == {("act_ar.txt", "act_en.txt")}


def test_the_same_names_in_two_folders_speak_for_a_pair(tmp_path: Path) -> None:
    line = WELL.part(2, 3)
    texts(tmp_path, here__a=line.text(0), there__a=line.text(1), there__b=DAM.text(1))
    apart, together = tmp_path / "apart", paired(tmp_path)
    apart.mkdir()
    texts(apart, here__a=line.text(0), there__c=line.text(1), there__b=DAM.text(1))
    scores = [max(job.score or 0 for job in found.jobs) for found in (paired(apart), together)]
    assert pairs(together) == {("here/a.txt", "there/a.txt")}
    assert scores[0] < scores[1]


def test_without_an_encoder_numbers_terms_and_names_tell_pairs(tmp_path: Path) -> None:
    facts = {
        "a": (
            "وقع أحمد منصور في القاهرة عام 1987 عقدا قيمته 4512 دولارا مع Nokia.",
            "In 1987, in Cairo, Ahmed Mansour signed a contract worth 4512 dollars with Nokia.",
        ),
        "b": (
            "ولدت فاطمة الزهراني في جدة عام 1964 وكتبت 36 رواية باسم Zara Blue.",
            "Born in Jeddah in 1964, Fatima Zahrani wrote 36 novels as Zara Blue.",
        ),
    }
    for name, (arabic, english) in facts.items():
        texts(tmp_path, **{name: arabic + "\n", f"{'zy'['ab'.index(name)]}": english + "\n"})
    expected = {("a.txt", "z.txt"), ("b.txt", "y.txt")}
    assert pairs(paired(tmp_path, Settings(encoder="none"))) == expected
    assert pairs(paired(tmp_path, Settings(aligner="gale-church"))) == expected


def test_too_many_files_are_left_alone_and_that_is_said(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(0), two=DAM.text(1))
    found = paired(tmp_path, Settings(max_pairing=1))
    assert pairs(found) == set()
    assert "max_pairing" in found.remarks[0]


def test_a_portrait_is_small_and_travels_between_processes(tmp_path: Path) -> None:
    twin = replace(LEASE, beads=LEASE.beads * 40)
    texts(tmp_path, long=twin.text(0))
    (job,) = find_jobs([str(tmp_path)], ("ar", "en"), [".txt"]).jobs
    drawn_once = portrait(job, Settings())
    assert drawn_once is not None
    assert drawn_once.letters == pytest.approx(40 * sum(map(str.isalpha, LEASE.text(0))), rel=0.1)
    packed = pickle.dumps(drawn_once)
    assert len(packed) < 120_000
    assert pickle.dumps(pickle.loads(packed)) == packed


def test_the_note_of_a_pair_reaches_the_outcome(tmp_path: Path) -> None:
    texts(tmp_path, one=DAM.text(0), two=DAM.text(1))
    (job,) = paired(tmp_path).jobs
    outcome = align_job(job, Settings())
    assert isinstance(outcome, Aligned)
    assert outcome.notes[: len(job.notes)] == job.notes


@NEEDS_GOLD
def test_five_sentences_are_enough() -> None:
    assert measured(short(DATA), Settings(), 7, (30, 8)).f1 >= 0.98


@NEEDS_GOLD
def test_short_news_on_one_subject_are_told_apart() -> None:
    twins: list[Twin] = [twin for twin in gold_twins(DATA, "tico19") if len(twin.beads) < 31]
    result = measured(twins, Settings(), 3, (len(twins), 2))
    assert result.f1 == 1.0
