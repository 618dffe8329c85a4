"""Nothing is lost: the letters of the input are those of the files that a run leaves."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.text.tidy import letters
from tests.cli.command import FAST, called
from tests.cli.texts import ARABIC, ENGLISH, LOPSIDED, PARAGRAPHS, STACKED, lines, write

CORPORA = Path(__file__).parents[2] / "corpora"
PERSIAN = "این نامه را برای دوستم می‌نویسم که در تهران زندگی می‌کند و پزشک است."
TEXTS = {
    "stacked": STACKED,
    "paragraphs": PARAGRAPHS,
    "lopsided": LOPSIDED,
    "columns": "".join(f"{a}\t{e}\n" for a, e in zip(ARABIC, ENGLISH, strict=True)),
    "inline": "".join(f"{e} – {a}\n" for a, e in zip(ARABIC, ENGLISH, strict=True)),
    "glossed": " ".join(f"{a} ({e})" for a, e in zip(ARABIC, ENGLISH, strict=True)),
    "third language": f"{PARAGRAPHS}\n{PERSIAN}\n",
    "one language": "\n".join(ENGLISH),
    "control characters": PARAGRAPHS.replace(". ", ".\x1f\ufeff ").replace("guard", "gu\x08ard"),
}


def written(output: Path, job: str) -> Counter[str]:
    """Return the letters that the files of a run hold: units, unaligned and removed."""
    counts: Counter[str] = Counter()
    beads = lines(output / f"{job}.jsonl") if (output / f"{job}.jsonl").exists() else []
    for bead in beads:
        if bead["id"] is not None:
            counts.update(letters(bead["src"]["text"] + bead["tgt"]["text"]))
    for name in ("unaligned.jsonl", "removed.jsonl"):
        for passage in lines(output / name):
            if passage["job"] == job and passage["reason"] != "repair":
                counts.update(letters(passage["text"]))
    return counts


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_letter_of_a_text_is_in_a_unit_or_in_a_list(tmp_path: Path, text: str) -> None:
    write(tmp_path / "text.txt", text)
    output = tmp_path / "out"
    ran = called("run", tmp_path / "text.txt", "-o", output, "--formats", "jsonl", *FAST)
    assert ran.code == 0, ran.err
    assert written(output, "text") == Counter(letters(text))


def test_every_letter_of_our_own_texts_is_in_a_unit_or_in_a_list(tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert called("run", CORPORA, "-o", output, "--formats", "jsonl", *FAST).code == 0
    for path in sorted(CORPORA.glob("*.txt")):
        if ".ar." not in path.name and ".en." not in path.name:
            expected = Counter(letters(path.read_text(encoding="utf-8")))
            assert written(output, path.stem) == expected, path.name


PIECES = st.one_of(
    st.sampled_from((*ARABIC, *ENGLISH, PERSIAN, "NASA", "١٢٣", "(", ") – ", "|", "- ", "* ")),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co")), max_size=12),
)
BETWEEN = st.sampled_from(("", " ", "\n", "\n\n", "\t", " – ", " | ", "\r\n", ".\n"))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(PIECES, BETWEEN), min_size=1, max_size=14))
def test_every_letter_of_any_text_is_in_a_unit_or_in_a_list(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    with TemporaryDirectory() as folder:
        path = write(Path(folder) / "text.txt", text)
        ran = called("run", path, "-o", folder, "--formats", "jsonl", "-q", *FAST)
        # The program checks the balance itself, and ends with 1 where it is wrong.
        assert ran.code in {0, 4}, ran.err
        if ran.code == 0:
            normal = unicodedata.normalize("NFC", text)
            assert written(Path(folder), "text") == Counter(letters(normal))


def test_removed_passages_say_what_they_were(tmp_path: Path) -> None:
    article = "\n".join(f"{text} {text}" for text in (*ARABIC, *ENGLISH))
    write(tmp_path / "text.txt", f"{article}\nRelated articles\nShare this article\n")
    output = tmp_path / "out"
    assert called("run", tmp_path / "text.txt", "-o", output, "--formats", "jsonl", *FAST).code == 0
    listed = [(line["reason"], line["label"]) for line in lines(output / "removed.jsonl")]
    assert listed == [("furniture", "related articles"), ("furniture", "share line")]
    assert not any("instead" in line for line in lines(output / "removed.jsonl"))
