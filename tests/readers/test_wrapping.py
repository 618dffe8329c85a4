"""Wrapped text is told from one paragraph a line, both ways."""

from __future__ import annotations

import os
import random
import re
import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.readers.lines import lines_of
from align.readers.plain import group_lines
from align.readers.wrapping import find_widths

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "corpora"
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data")
WIDTHS = (60, 72, 80, 100)
KINDS = ("arabic", "vocalised", "english", "mixed")
SHORT_VOWELS = "\u064e\u064f\u0650\u0652"
_MARKS = re.compile("[\u064b-\u0652]")


@cache
def paragraphs(script: str) -> list[str]:
    """Return the longer paragraphs of our own corpora in one script."""
    letters = {"arabic": "[\u0621-\u064a]", "english": "[A-Za-z]"}[script]
    lines = [
        " ".join(line.split())
        for path in sorted(CORPORA.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "\t" not in line
    ]
    return [line for line in lines if len(re.findall(letters, line)) > max(130, 0.7 * len(line))]


def vocalised(text: str, rng: random.Random) -> str:
    """Return ``text`` with a vowel mark on most letters."""
    return re.sub("[\u0621-\u064a]", lambda letter: letter[0] + rng.choice(SHORT_VOWELS), text)


def wrapped(text: str, width: int, *, marks: bool) -> list[str]:
    """Return the lines of ``text``; without ``marks`` vowel marks take no room."""
    if marks:
        return textwrap.wrap(text, width)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(_MARKS.sub("", longer)) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def document(kind: str, width: int, rng: random.Random) -> list[list[str]]:
    """Return 2 to 12 wrapped paragraphs; mixed texts are Arabic first."""
    count = rng.choice([2, 4, 12])
    scripts = {"mixed": ["arabic"] * (count // 2) + ["english"] * (count // 2)}.get(
        kind, ["arabic" if kind == "vocalised" else kind] * count
    )
    texts = [rng.choice(paragraphs(script)) for script in scripts]
    if kind == "vocalised":
        texts = [vocalised(text, rng) for text in texts]
    marks = rng.random() < 0.5
    return [wrapped(text, width, marks=marks) for text in texts]


def blocks_of(text: str) -> list[list[str]]:
    """Return the lines of each block the reader would make."""
    lines = list(lines_of(text))
    return [[line.text for line in group] for group in group_lines(lines, find_widths(lines))]


def wrong_breaks(paragraphs: list[list[str]], found: list[list[str]]) -> int:
    """Return how many line breaks are joined or kept wrongly."""

    def starts(groups: list[list[str]]) -> set[int]:
        places = [0]
        for group in groups:
            places.append(places[-1] + len(group))
        return set(places)

    return len(starts(paragraphs) ^ starts(found))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("between", "floor"), [("\n\n", 0.99), ("\n", 0.96)])
def test_wrapped_paragraphs_are_joined(kind: str, width: int, between: str, floor: float) -> None:
    rng = random.Random(f"{kind} {width}")
    breaks = wrong = 0
    for _ in range(30):
        truth = document(kind, width, rng)
        found = blocks_of(between.join("\n".join(lines) for lines in truth))
        wrong += wrong_breaks(truth, found)
        breaks += sum(map(len, truth))
    assert wrong <= (1 - floor) * breaks


def one_paragraph_a_line() -> Iterator[Path]:
    """Yield texts that are known not to be wrapped."""
    for name in ("news-dam", "contract-lease", "story-well", "leaflet-antibiotic", "fable-crow"):
        yield CORPORA / f"{name}.txt"
    yield from sorted((DATA / "seeds").glob("*.txt"))
    yield from sorted((DATA / "gold").glob("*/docs/*.txt"))


@pytest.mark.skipif(not DATA.is_dir(), reason=f"no evaluation data in {DATA}: fewer texts tried")
def test_evaluation_data_is_among_the_texts_tried() -> None:
    assert len(list(one_paragraph_a_line())) > 200


@pytest.mark.parametrize("path", list(one_paragraph_a_line()), ids=lambda path: path.stem)
def test_text_of_one_paragraph_a_line_is_left_alone(path: Path) -> None:
    lines = list(lines_of(path.read_text(encoding="utf-8-sig")))
    assert find_widths(lines) == {}


def test_windows_of_real_lines_are_hardly_ever_joined() -> None:
    rng = random.Random(5)
    texts = [path.read_text(encoding="utf-8").splitlines() for path in one_paragraph_a_line()]
    joined = 0
    for _ in range(500):
        lines = rng.choice(texts)
        start = rng.randrange(len(lines))
        joined += bool(find_widths(lines_of("\n".join(lines[start : start + rng.randint(2, 30)]))))
    assert joined <= 2


def test_width_found_is_the_width_used() -> None:
    text = "\n".join(textwrap.wrap(" ".join(paragraphs("english")[:8]), 72))
    assert find_widths(lines_of(text))["Latn"].columns in {70, 71, 72}


def test_few_wrapped_lines_of_one_script_follow_the_width_of_the_other() -> None:
    english = textwrap.fill(" ".join(paragraphs("english")[:6]), 72)
    arabic = textwrap.wrap(paragraphs("arabic")[0], 72)[:2]
    found = blocks_of(english + "\n\n" + "\n".join(arabic))
    assert found[-1] == arabic


def test_lines_of_different_scripts_are_never_joined() -> None:
    english = textwrap.wrap(" ".join(paragraphs("english")[:6]), 72)
    arabic = textwrap.wrap(" ".join(paragraphs("arabic")[:6]), 72)
    found = blocks_of("\n".join(english + arabic))
    assert english in found or english[-1] in [lines[-1] for lines in found]


def test_first_line_indent_begins_a_paragraph() -> None:
    texts = paragraphs("english")[:4]
    wrapped_texts = [textwrap.wrap(text, 72, initial_indent="    ") for text in texts]
    found = blocks_of("\n".join(line for lines in wrapped_texts for line in lines))
    assert len(found) == 4


def test_dash_at_the_start_of_a_wrapped_line_is_no_list_item() -> None:
    text = (
        "The old bridge stood for three hundred years above the narrow river\n"
        "- some say four hundred, but nobody has ever found the deed of it -\n"
        "until the great flood came down one night in the spring and carried\n"
        "both of its arches away, with the mill, the miller, and his dog."
    )
    assert len(blocks_of(text)) == 1


def test_wrapped_list_items_stay_apart() -> None:
    texts = paragraphs("english")[:5]
    items = [textwrap.wrap(text, 72, initial_indent="- ", subsequent_indent="  ") for text in texts]
    found = blocks_of("\n".join(line for lines in items for line in lines))
    assert [len(lines) for lines in found] == [len(lines) for lines in items]


def test_rows_are_never_joined() -> None:
    rows = [f"The {n}th of the many parallel rows in this rather wide table\tصف" for n in range(9)]
    assert all(len(lines) == 1 for lines in blocks_of("\n".join(rows)))
