"""`align score`: what it writes, what it refuses to, and that nothing is lost on the way."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from align.formats.memories import read_memory
from tests.cli.command import PROGRAM, called, refused, surroundings
from tests.cli.memories import LANGS, LIGHT, document, score, texts, tmx, tsv
from tests.cli.texts import PAIRS, units, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("least", ["0", "0.5", "0.9999"])
@pytest.mark.parametrize("suffix", [".tmx", ".tsv", ".jsonl"])
def test_every_unit_goes_to_one_of_the_two_files(tmp_path: Path, suffix: str, least: str) -> None:
    kept, rejected = tmp_path / f"kept{suffix}", tmp_path / f"rejected{suffix}"
    pairs = [*PAIRS, *((ar, PAIRS[n - 1][1]) for n, (ar, _) in enumerate(PAIRS))]
    flags = ("-o", kept, "--rejected", rejected, "--min-score", least, "--prior", "0.5")
    found = document(tmx(tmp_path / "a.tmx", pairs), *flags)
    good = [one for one in found["units"] if one["score"] >= float(least)]
    assert texts(kept) == [(one["source"], one["target"]) for one in good]
    assert sorted(texts(kept) + texts(rejected)) == sorted(pairs)
    assert found["summary"]["below_min_score"] == len(pairs) - len(good)


def test_a_kept_unit_carries_its_score_and_what_was_found(tmp_path: Path) -> None:
    pairs = [("عنده ٢٥ كتابا في البيت", "He has 37 books at home"), *PAIRS]
    kept = tmp_path / "kept.jsonl"
    found = document(tsv(tmp_path / "a.tsv", pairs), "-o", kept, "--min-score", "0")["units"]
    for one, unit in zip(read_memory(kept, LANGS), found, strict=True):
        assert one.score == unit["score"]
        told = [(flag["id"], flag["side"], flag["start"] or 0) for flag in unit["flags"]]
        assert [(flag.id, flag.side, flag.start) for flag in one.flags] == told
    assert "number" in {flag["id"] for flag in found[0]["flags"]}


def test_a_memory_from_english_stays_one_from_english(tmp_path: Path) -> None:
    kept = tmp_path / "kept.tmx"
    memory = tmx(tmp_path / "a.tmx", srclang="en")
    found = document(memory, "-o", kept, "--min-score", "0")
    assert found["units"][0]["source"] == PAIRS[0][1]
    assert units(kept) == [(en, ar) for ar, en in PAIRS]
    assert 'srclang="en"' in kept.read_text("utf-8").partition("<body>")[0]


def test_units_with_an_empty_side_are_never_lost_without_a_word(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv", [*PAIRS, ("", "Alone"), ("وحده", " ")])
    flags = ("-o", tmp_path / "kept.tmx", "--min-score", "0")
    whole = score(memory, *flags, "--rejected", tmp_path / "rejected.tsv")
    assert texts(tmp_path / "rejected.tsv") == [("", "Alone"), ("وحده", "")]
    assert "rejected: 2 units" in whole.err
    assert "empty side" not in whole.err
    for more in ((), ("--rejected", tmp_path / "rejected.tmx"), ("--quiet",)):
        ran = score(memory, *flags, *more)
        assert ran.code == 0
        assert "2 units with an empty side in no file: tu7, tu8" in ran.last_line
        assert units(tmp_path / "kept.tmx") == list(PAIRS)


def test_the_output_may_be_no_input(tmp_path: Path) -> None:
    memory, other = tmx(tmp_path / "a.tmx"), tmx(tmp_path / "b.tmx")
    before = memory.read_bytes()
    refused(score(memory, "-o", memory), 2, "a.tmx", "read and written")
    refused(score(other, memory, "--rejected", memory), 2, "a.tmx")
    refused(score(other, "--reference", memory, "-o", memory), 2, "a.tmx")
    refused(score(memory, "-o", tmp_path / "c.tmx", "--rejected", tmp_path / "c.tmx"), 2, "c.tmx")
    (tmp_path / "link.tmx").symlink_to(memory)
    refused(score(memory, "-o", tmp_path / "link.tmx"), 2, "link.tmx")
    assert memory.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, ["FILE"]),
        (["missing.tmx"], 2, ["missing.tmx", "does not exist"]),
        (["."], 2, ["directory"]),
        (["story.txt"], 4, ["story.txt", "Wordfast"]),
        (["good.tmx", "story.txt"], 4, ["story.txt", "Wordfast"]),
        (["good.tmx", "-o", "new.xml"], 2, ["new.xml", ".tmx"]),
        (["good.tmx", "-o", "none/new.tmx"], 5, ["new.tmx", "cannot be written"]),
        (["empty.tmx"], 4, ["empty.tmx", "no unit"]),
        (["empty.tsv"], 4, ["empty.tsv"]),
        (["broken.tmx"], 4, ["broken.tmx", "line"]),
        (["good.tmx", "broken.tmx", "--json"], 4, ["broken.tmx", "line"]),
        (["good.tmx", "--reference", "broken.tmx"], 4, ["broken.tmx", "line"]),
        (["good.tmx", "--reference", "empty.tmx"], 4, ["empty.tmx", "no pair"]),
        (["german.tmx"], 2, ["german.tmx", "--langs"]),
        (["good.tmx", "--reference", "missing.tmx"], 2, ["missing.tmx"]),
        (["good.tmx", "--glossary", "missing.tsv"], 2, ["missing.tsv"]),
        (["good.tmx", "--ignore", "typo"], 2, ["'typo'", "double-space"]),
        (["good.tmx", "--ignore", "quote", "--ignore", "name,typo"], 2, ["'typo'"]),
        (["good.tmx", "--prior", "1"], 2, ["--prior"]),
        (["good.tmx", "--prior", "0"], 2, ["--prior"]),
        (["good.tmx", "--min-score", "2"], 2, ["min_score", "between 0 and 1"]),
        (["good.tmx", "--worst", "-1"], 2, ["--worst"]),
        (["good.tmx", "--encoder", "usee"], 2, ["usee"]),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    tmx(tmp_path / "good.tmx")
    tmx(tmp_path / "empty.tmx", [])
    tmx(tmp_path / "broken.tmx", PAIRS * 50, tail="<tu></body>")
    german = tmx(tmp_path / "german.tmx").read_text("utf-8").replace('xml:lang="ar"', 'lang="de"')
    write(tmp_path / "german.tmx", german)
    write(tmp_path / "story.txt")
    write(tmp_path / "empty.tsv", "")
    refused(called("score", *LIGHT, *arguments), code, *words)


def test_a_memory_that_breaks_off_leaves_nothing_half_written(tmp_path: Path) -> None:
    broken = tmx(tmp_path / "broken.tmx", PAIRS * 400, tail="<tu></body>")
    write(tmp_path / "kept.tmx", "mine")
    flags = ("-o", tmp_path / "kept.tmx", "--rejected", tmp_path / "rejected.tsv")
    refused(score(broken, *flags), 4, "broken.tmx")
    assert (tmp_path / "kept.tmx").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.tmx", "kept.tmx"]


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_that_has_seen_enough_ends_the_printing_and_nothing_else(tmp_path: Path) -> None:
    memory, kept = tmx(tmp_path / "a.tmx", PAIRS * 200), tmp_path / "kept.tmx"
    arguments = ("score", memory, "--json", "--quiet", "-o", kept, "--min-score", "0", *LIGHT)
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -n 1', "sh", *PROGRAM, *map(str, arguments)],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ('{"units": [\n', "")
    assert len(units(kept)) == 1200


def test_units_that_a_tool_wants_apart_are_told(tmp_path: Path) -> None:
    memory = tmx(tmp_path / "in.tmx", [*PAIRS, ("نعم " * 600, "Yes " * 600)])
    ran = score(memory, "-o", tmp_path / "good.tmx", "--cat", "trados", "--min-score", "0")
    assert "more than Trados takes: 1, in good.too-long.tmx" in ran.err
