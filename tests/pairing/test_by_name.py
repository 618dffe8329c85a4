"""Which files belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import UnknownNameError, UsageError
from align.pairing import find_jobs, pair_jobs

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Job

SUFFIXES = (".txt", ".md")
LANGS = ("ar", "en")


def jobs(folder: Path, *names: str, langs: tuple[str, str] = LANGS) -> list[Job]:
    """Return the jobs of a folder that holds files of these names."""
    touch(folder, *names)
    return list(find_jobs([str(folder)], langs, SUFFIXES).jobs)


def touch(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return [str(folder / name) for name in names]


@pytest.mark.parametrize(
    "names",
    [
        ("act.ar.txt", "act.en.txt"),
        ("act_AR.txt", "act_EN.txt"),
        ("act-ar.txt", "act-en.md"),
        ("act.ar-EG.txt", "act.en-us.txt"),
        ("ar/act.txt", "en/act.txt"),
        ("AR/act.txt", "en/act.txt"),
        ("ar/act.ar.txt", "en/act.en.txt"),
    ],
)
def test_names_tell_a_pair(tmp_path: Path, names: tuple[str, str]) -> None:
    assert [job.names for job in jobs(tmp_path, *names)] == [names]


@pytest.mark.parametrize(
    "names",
    [
        ("act.ar.txt", "law.en.txt"),
        ("actar.txt", "acten.txt"),
        ("act.ar.txt", "act.fr.txt"),
        ("ar/act.txt", "ar/act.md"),
        ("a/act.ar.txt", "b/act.en.txt"),
        ("ar/x/act.txt", "en/y/act.txt"),
    ],
)
def test_other_names_stand_alone(tmp_path: Path, names: tuple[str, str]) -> None:
    assert sorted(job.names for job in jobs(tmp_path, *names)) == sorted((n,) for n in names)


def test_a_name_that_several_could_answer_has_no_partner(tmp_path: Path) -> None:
    names = ("act.ar.txt", "act.en.md", "act.en.txt")
    assert [job.names for job in jobs(tmp_path, *names)] == [(name,) for name in names]


def test_the_source_comes_first_whatever_its_name(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "act.ar.txt", "act.en.txt", langs=("en", "ar"))
    assert job.names == ("act.en.txt", "act.ar.txt")
    assert job.paths == (str(tmp_path / "act.en.txt"), str(tmp_path / "act.ar.txt"))


def test_languages_with_a_region_pair_plain_names_too(tmp_path: Path) -> None:
    (one, two) = jobs(
        tmp_path,
        *("ar/act.txt", "en/act.txt", "law.ar.txt", "law.en.txt"),
        langs=("ar-SA", "en-US"),
    )
    assert {one.id, two.id} == {"act", "law"}


def test_folders_deep_down_pair_and_name_the_job(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "books/ar/one/act.txt", "books/en/one/act.txt")
    assert job.id == "books__one__act"


def test_a_language_folder_above_the_one_given_means_nothing(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path / "en" / "texts", "ar/act.txt", "en/act.txt")
    assert job.names == ("ar/act.txt", "en/act.txt")


def test_files_named_one_by_one_pair_within_their_folder_first(tmp_path: Path) -> None:
    paths = touch(tmp_path, *(f"{f}/act.{lang}.txt" for f in "xy" for lang in LANGS))
    found = find_jobs([*paths, *touch(tmp_path, "p/ode.ar.txt", "q/ode.en.txt")], LANGS, SUFFIXES)
    assert [(job.id, len(job.paths)) for job in found.jobs] == [
        ("act", 2),
        ("act~2", 2),
        ("ode", 2),
    ]


def test_files_come_in_the_order_of_their_names_and_folders_after_files(tmp_path: Path) -> None:
    names = ("b.txt", "a/z.txt", "c.txt", "a/b/c.txt", "B.txt")
    ids = [job.id for job in jobs(tmp_path, *names)]
    assert ids[-2:] == ["a__z", "a__b__c"]
    assert sorted(ids[:3], key=lambda name: name[0]) == ids[:3]


def test_what_is_set_apart_is_not_read(tmp_path: Path) -> None:
    touch(tmp_path, "out/old.txt", "mine.txt", "yours.txt")
    apart = (tmp_path / "out", tmp_path / "yours.txt")
    found = find_jobs([str(tmp_path)], LANGS, SUFFIXES, *apart)
    assert [job.id for job in found.jobs] == ["mine"]
    assert found.skipped == ()


def test_a_suffix_may_be_written_in_capitals(tmp_path: Path) -> None:
    assert [job.names for job in jobs(tmp_path, "ACT.AR.TXT", "ACT.EN.TXT")] == [
        ("ACT.AR.TXT", "ACT.EN.TXT")
    ]


def test_pairs_named_by_hand_get_ids_that_no_other_job_has(tmp_path: Path) -> None:
    (other,) = jobs(tmp_path, "act.txt")
    paths = touch(tmp_path, "x/act.ar.txt", "x/b.txt", "y/Act_ar.md", "y/b.txt", "z/c.txt")
    pairs = [(paths[0], paths[1]), (paths[2], paths[3]), (paths[4], paths[1])]
    made = list(pair_jobs(pairs, LANGS, SUFFIXES, [other]))
    assert [job.id for job in made] == ["act~2", "Act~3", "c"]
    assert made[0].paths == pairs[0]
    assert made[0].names == ("act.ar.txt", "b.txt")


def test_pairs_of_what_is_no_text_are_refused(tmp_path: Path) -> None:
    text, table, memory = touch(tmp_path, "a.txt", "a.xyz", "a.tmx")
    for other, error in ((table, UnknownNameError), (memory, UsageError), (f"{text}x", UsageError)):
        with pytest.raises(error):
            list(pair_jobs([(text, other)], LANGS, SUFFIXES))
