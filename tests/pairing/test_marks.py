"""Marks of languages in names, as translators write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.pairing import find_jobs

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Job

LANGS = ("ar", "en")
SUFFIXES = (".txt", ".docx", ".pdf")


def jobs(folder: Path, *names: str, langs: tuple[str, str] = LANGS) -> list[Job]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return list(find_jobs([str(folder)], langs, SUFFIXES).jobs)


@pytest.mark.parametrize(
    "names",
    [
        ("report_AR.docx", "report_EN.docx"),
        ("Report - Arabic.docx", "Report - English.docx"),
        ("Report (AR).docx", "report (en).pdf"),
        ("تقرير_عربي.docx", "تقرير_انجليزي.docx"),
        ("تقرير عربي.docx", "تقرير إنجليزي.docx"),
        ("report_ar_final.docx", "report_en_final.docx"),
        ("law.ara.txt", "law.eng.txt"),
        ("law.ar.pdf", "law.en.docx"),
        ("ar_law.txt", "en_law.txt"),
        ("ar-EG law.txt", "en-GB law.txt"),
        ("Arabic/law.docx", "English/law.docx"),
        ("عربي/law.docx", "إنجليزي/law.docx"),
        ("contracts AR/1.txt", "contracts EN/1.txt"),
        ("Arabic/law_ar.docx", "English/law_en.docx"),
    ],
)
def test_marks_of_any_manner_tell_a_pair(tmp_path: Path, names: tuple[str, str]) -> None:
    (job,) = jobs(tmp_path, *names)
    assert job.names == names
    assert job.paired == ("folder" if "/" in names[0] else "name")


@pytest.mark.parametrize(
    "names",
    [
        ("ar-en law.txt", "law.txt"),
        ("arabesque.txt", "english.txt"),
        ("AR.txt", "EN.txt"),
        ("law ar.txt", "law en.txt", "Law (en).txt"),
        ("source/law.txt", "target/law.txt"),
    ],
)
def test_names_that_tell_no_pair_are_left_to_the_content(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    assert {job.paired for job in jobs(tmp_path, *names)} == {None}


def test_a_name_with_the_mark_in_its_midst_names_the_job(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "Law_ar_final.txt", "law_en_final.txt")
    assert job.id == "law_final"
