"""Units parted by score: each in exactly one file, none lost, nothing half-written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.checks.catalogue import flag
from align.config import Settings
from align.formats.memories import read_memory
from align.model import TranslationUnit
from align.sifting import Sifting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LANGS = ("ar", "en")


def unit(number: int, score: float, source: str = "نعم", target: str = "Yes") -> TranslationUnit:
    return TranslationUnit(
        id=f"u{number}",
        source=source,
        target=target,
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=score,
        flags=(flag("spacing", "a space too many", "target", 0, 1),),
    )


UNITS = [unit(1, 0.9), unit(2, 0.4999), unit(3, 0.5), unit(4, 0.0), unit(5, 1.0)]
EMPTY = [unit(6, 0.9, source=" "), unit(7, 0.1, target="")]


def sift(units: Iterable[TranslationUnit], kept: Path | None, rejected: Path | None) -> Sifting:
    with Sifting(kept, rejected, Settings(), LANGS) as sifting:
        for one in units:
            sifting.add(one)
    return sifting


def breaking_off() -> Iterator[TranslationUnit]:
    yield from UNITS
    raise KeyError


def ids(path: Path) -> list[str]:
    return [one.id for one in read_memory(path, LANGS, exact=True)]


@pytest.mark.parametrize("suffix", [".tmx", ".tsv", ".jsonl"])
def test_every_unit_is_in_one_file_in_its_order(tmp_path: Path, suffix: str) -> None:
    kept, rejected = tmp_path / f"kept{suffix}", tmp_path / f"rejected{suffix.upper()}"
    sifting = sift(UNITS, kept, rejected)
    assert ids(kept) == ["u1", "u3", "u5"]
    assert ids(rejected) == ["u2", "u4"]
    assert (sifting.kept, sifting.rejected, sifting.unwritten) == (3, 2, 0)


def test_scores_and_findings_are_written(tmp_path: Path) -> None:
    sift(UNITS, tmp_path / "kept.tmx", None)
    first, *_ = read_memory(tmp_path / "kept.tmx", LANGS)
    assert first == UNITS[0]


@pytest.mark.parametrize("suffix", [".tsv", ".jsonl"])
def test_units_with_an_empty_side_are_rejected_whatever_their_score(
    tmp_path: Path, suffix: str
) -> None:
    kept, rejected = tmp_path / f"kept{suffix}", tmp_path / f"rejected{suffix}"
    sifting = sift([*UNITS, *EMPTY], kept, rejected)
    assert ids(kept) == ["u1", "u3", "u5"]
    assert ids(rejected) == ["u2", "u4", "u6", "u7"]
    assert (sifting.rejected, sifting.unwritten, sifting.names) == (4, 0, [])


def test_units_that_no_file_can_hold_are_counted_and_the_first_named(tmp_path: Path) -> None:
    many = [unit(number, 0.9, source="") for number in range(10)]
    sifting = sift([*UNITS, *many], tmp_path / "kept.tmx", tmp_path / "rejected.tmx")
    assert ids(tmp_path / "rejected.tmx") == ["u2", "u4"]
    assert (sifting.rejected, sifting.unwritten) == (12, 10)
    assert sifting.names == ["u0", "u1", "u2", "u3", "u4"]


def test_without_units_the_files_are_there_and_empty(tmp_path: Path) -> None:
    sift([], tmp_path / "kept.tmx", tmp_path / "rejected.tsv")
    assert ids(tmp_path / "kept.tmx") == []
    assert (tmp_path / "rejected.tsv").read_bytes() == b""


def test_the_header_names_the_language_of_the_units(tmp_path: Path) -> None:
    turned = TranslationUnit(
        id="u1",
        source="Yes",
        target="نعم",
        source_lang="en-GB",
        target_lang="ar",
        kind="1-1",
        score=1.0,
    )
    with Sifting(tmp_path / "kept.tmx", None, Settings(), ("en-GB", "ar")) as sifting:
        sifting.add(turned)
    text = (tmp_path / "kept.tmx").read_text("utf-8")
    assert 'srclang="en-GB"' in text
    assert "x-alignment-method" not in text


def test_an_error_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    kept = tmp_path / "kept.tsv"
    kept.write_text("mine")
    with pytest.raises(KeyError):
        sift(breaking_off(), kept, tmp_path / "rejected.tsv")
    assert kept.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.tsv"]
