"""Every letter of the input is in a unit or in a list, or the job ends with an error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.accounting import check_letters
from align.config import Settings
from align.errors import AccountingError
from align.model import Aligned, Document, Job, Monolingual, Passage, Reason
from align.pipeline import align_job
from align.readers import read
from tests import own

LENGTH = Settings(aligner="gale-church")


def passage(text: str, reason: Reason) -> Passage:
    return Passage(lang="und", block="", start=0, end=len(text), text=text, reason=reason)


@pytest.fixture(scope="module")
def outcome() -> Aligned:
    path = own.CORPORA / "news-dam.txt"
    job = Job(id="news-dam", paths=(str(path),), names=(path.name,))
    aligned = align_job(job, LENGTH)
    assert isinstance(aligned, Aligned)
    return aligned


@pytest.fixture(scope="module")
def document() -> Document:
    path = own.CORPORA / "news-dam.txt"
    return read(path, path.name, LENGTH.read)


def test_a_whole_job_balances(outcome: Aligned, document: Document) -> None:
    check_letters(outcome, [document])


def test_a_lost_omission_is_noticed(outcome: Aligned, document: Document) -> None:
    more = replace(document, text=document.text + " وكلمة")
    with pytest.raises(
        AccountingError, match=r"^news-dam: 5 letters lost and 0 added; this is a bug"
    ):
        check_letters(outcome, [more])


def test_a_lost_unit_is_noticed(outcome: Aligned, document: Document) -> None:
    first = outcome.bitexts[0]
    without = replace(first, units=(None, *first.units[1:]))
    with pytest.raises(AccountingError, match="lost and 0 added"):
        check_letters(replace(outcome, bitexts=(without, *outcome.bitexts[1:])), [document])


def test_one_changed_letter_is_noticed(outcome: Aligned, document: Document) -> None:
    changed = replace(document, text=document.text.replace("ة", "ه", 1))
    with pytest.raises(AccountingError, match="1 letters lost and 1 added"):
        check_letters(outcome, [changed])


def test_text_listed_twice_is_noticed(outcome: Aligned, document: Document) -> None:
    twice = replace(outcome, unaligned=(*outcome.unaligned, passage("سد", "omission")))
    with pytest.raises(AccountingError, match="0 letters lost and 2 added"):
        check_letters(twice, [document])


def test_what_is_no_letter_is_not_counted(outcome: Aligned, document: Document) -> None:
    check_letters(outcome, [replace(document, text=document.text + " 12 ١٢ .؟\u064e\n")])


def test_a_monolingual_job_balances_by_its_lists(document: Document) -> None:
    alone = Monolingual(
        job=Job(id="a", paths=("a.txt",), names=("a.txt",)),
        sources=(),
        lang="ar",
        unaligned=(passage("نص", "monolingual"),),
        removed=(passage("menu", "furniture"), passage("\ufe8d", "repair")),
    )
    check_letters(alone, [replace(document, text="menu نص")])
    with pytest.raises(AccountingError, match="1 letters lost"):
        check_letters(alone, [replace(document, text="menu نصا")])
