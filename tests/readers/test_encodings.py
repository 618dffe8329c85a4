"""The encoding of a file is found by evidence, and what has none is refused."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest

from align.errors import BinaryError, EncodingError
from align.readers.encodings import decode, detect

CORPORA = Path(__file__).parents[2] / "corpora"
CASES = 200
ARABIC = "ذهبت ليلى إلى السوق صباحًا، واشترت خبزًا وزيتونًا؛ ثم عادت إلى بيتها «مسرورة»."
MIXED = f"{ARABIC}\nLeila went to the market in the morning.\n"


def samples(encoding: str, *, count: int = CASES) -> list[str]:
    """Return texts of 1 to 30 lines of our own corpora, in the characters ``encoding`` has."""
    rng = random.Random(encoding)
    lines = [
        line
        for path in sorted(CORPORA.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    found: list[str] = []
    while len(found) < count:
        text = "\n".join(rng.choices(lines, k=rng.choice([1, 1, 2, 4, 30])))
        text = text.encode(encoding, "ignore").decode(encoding)
        if sum("\u0621" <= letter <= "\u064a" for letter in text) >= 40:
            found.append(text)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_real_text_is_read_right_in_at_least_99_of_100_cases(encoding: str) -> None:
    texts = samples(encoding)
    right = sum(
        decode(data, detect(data, "x"), "x") == text
        for text in texts
        for data in [text.encode(encoding)]
    )
    assert right >= 0.99 * len(texts)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str) -> None:
    data = mark + MIXED.encode(encoding)
    assert detect(data, "x") == encoding
    assert decode(data, encoding, "x") == MIXED


@pytest.mark.parametrize("text", ["Plain English.", "سلام", "5", "ok\n", MIXED])
def test_short_utf8_is_utf8(text: str) -> None:
    assert detect(text.encode(), "x") == "utf-8"


def test_utf16_arabic_without_mark_is_not_taken_for_control_characters() -> None:
    assert detect("سلام عليكم".encode("utf-16-le"), "x") == "utf-16-le"


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_stray_byte_in_utf8_is_reported_with_its_line_and_not_read_as_windows_1256(
    place: str,
) -> None:
    good = (MIXED * 3).encode()
    cut = {"start": 0, "middle": len(MIXED.encode()), "end": len(good)}[place]
    data = good[:cut] + b"\xe9" + good[cut:]
    line = {"start": 1, "middle": 3, "end": 7}[place]
    with pytest.raises(EncodingError, match=f"0xe9 at offset {cut}, line {line}; .*--encoding"):
        detect(data, "x")


def test_stray_byte_behind_the_first_sample_has_its_true_offset() -> None:
    good = (MIXED * 1000).encode()
    data = good[:150_001].decode("utf-8", "ignore").encode() + b"\xff" + good[:100]
    with pytest.raises(EncodingError, match=f"offset {data.index(0xFF)}"):
        detect(data, "x")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"text\x00text",
        "نص\x00نص".encode(),
        random.Random(1).randbytes(5000),
        bytes(range(1, 32)) * 10,
    ],
    ids=["png", "nul", "nul in utf-8", "random", "control"],
)
def test_what_is_not_text_is_called_binary(data: bytes) -> None:
    with pytest.raises(BinaryError):
        detect(data, "x")


def test_one_form_feed_or_escape_does_not_make_a_text_binary() -> None:
    assert detect(b"page one\x0c" + b"page two " * 10 + b"\x1a", "x") == "utf-8"


def test_unknown_encoding_asks_for_the_flag() -> None:
    russian = "Вчера вечером мы долго гуляли по берегу и говорили о книгах."
    with pytest.raises(EncodingError, match="--encoding windows-1256"):
        detect(russian.encode("koi8-r"), "x")


def test_named_encoding_that_does_not_fit_says_where() -> None:
    with pytest.raises(EncodingError, match="not valid utf-8: byte 0xe1 at offset 3, line 2"):
        decode(b"ab\n\xe1", "utf-8", "x")


def test_codec_that_is_no_character_encoding_is_an_encoding_error() -> None:
    with pytest.raises(EncodingError, match="cannot be decoded as base64"):
        decode(b"abc", "base64", "x")
