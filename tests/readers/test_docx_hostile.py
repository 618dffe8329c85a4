"""Word documents made to do harm: refused or survived soon, in little memory, by name."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError, ReadError
from align.readers import read
from tests.readers.word_files import docx, paragraph, part, row, run, table

SECONDS, MOST_MEMORY = 10.0, 500  # MB
TEXT = "The well was dry."
DEEP = 100_000
ENTITIES = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
BOMB = f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">'
TREES = 200
WORDS = ("well", "بئر", " TOC ", "9", " ")
TAGS = (
    *("w:p", "w:r", "w:tbl", "w:tblGrid", "w:gridCol", "w:tr", "w:tc", "w:tcPr", "w:trPr", "w:pPr"),
    *("w:rPr", "w:gridSpan", "w:gridBefore", "w:vanish", "w:del", "w:ins", "w:moveFrom", "w:sdt"),
    *("w:sdtPr", "w:docPartGallery", "w:txbxContent", "w:fldChar", "w:fldSimple", "w:instrText"),
    *("w:br", "w:tab", "w:sym", "w:footnoteReference", "w:footnote", "w:rt", "w:pPrChange"),
    *("w:hidden", "w:numId", "w:outlineLvl", "mc:AlternateContent", "mc:Choice", "mc:Fallback"),
    *("m:oMath", "m:t", "m:f"),
)
MEASURE = """
import sys
from pathlib import Path
from align.config import ReadSettings
from align.errors import ReadError
from align.readers import read
try:
    read(Path(sys.argv[1]), "a.docx", ReadSettings(furniture=False))
except ReadError as error:
    print(error, file=sys.stderr)
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""
needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")


def written(folder: Path, data: bytes) -> Path:
    path = folder / "a.docx"
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes) -> ReadError:
    path = written(folder, data)
    began = time.process_time()
    with pytest.raises(ReadError, match=r"^a\.docx") as caught:
        read(path, path.name, ReadSettings())
    assert "\n" not in str(caught.value)
    assert time.process_time() - began < SECONDS
    return caught.value


def memory_of(path: Path) -> tuple[int, str]:
    """Return how many MB a process needs to read a file, and what it says."""
    command = [sys.executable, "-c", MEASURE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return int(done.stdout), done.stderr


@pytest.mark.parametrize("prolog", [BOMB, OUTSIDE, REMOTE], ids=["bomb", "outside", "remote"])
@pytest.mark.parametrize("where", ["document", "styles", "footnotes"])
def test_entities_are_refused_in_every_part(tmp_path: Path, prolog: str, where: str) -> None:
    body = paragraph("<w:r><w:t>&e9;</w:t></w:r>" if prolog == BOMB else TEXT)
    inner = {where: prolog + part(where, "")} if where != "document" else {}
    data = docx(paragraph(TEXT) if inner else body, inner, prolog="" if inner else prolog)
    error = refused(tmp_path, data)
    assert isinstance(error, MalformedError)
    assert "DOCTYPE" in str(error)


@pytest.mark.parametrize("tag", ["sdt", "tbl", "p", "ins"])
def test_nesting_without_end_is_refused(tmp_path: Path, tag: str) -> None:
    error = refused(tmp_path, docx(f"<w:{tag}>" * DEEP + f"</w:{tag}>" * DEEP))
    assert isinstance(error, LimitError)
    assert "200 elements" in str(error)


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = io.BytesIO(docx(paragraph(TEXT)))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(30_000_000))
    assert "unpacks" in str(refused(tmp_path, bomb.getvalue()))


def test_a_part_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    limits = replace(ReadSettings(), max_whole=100_000)
    path = written(tmp_path, docx(paragraph(TEXT) * 1_000))
    with pytest.raises(LimitError, match=r"read\.max_whole"):
        read(path, path.name, limits)


def test_a_paragraph_without_end_is_refused(tmp_path: Path) -> None:
    limits = replace(ReadSettings(), max_block=1_000)
    path = written(tmp_path, docx(paragraph(*["<w:r><w:t>ab</w:t></w:r>"] * 600)))
    with pytest.raises(LimitError, match="1,000 characters"):
        read(path, path.name, limits)


@pytest.mark.parametrize("cells", ["<w:tc/>", "<w:tc><w:p/></w:tc>"])
def test_a_row_without_end_is_refused(tmp_path: Path, cells: str) -> None:
    limits = replace(ReadSettings(), max_block=1_000)
    path = written(tmp_path, docx(table(row(*[cells] * 1_100))))
    with pytest.raises(LimitError, match="row"):
        read(path, path.name, limits)


@needs_proc
def test_too_many_elements_are_refused_in_little_memory(tmp_path: Path) -> None:
    path = written(tmp_path, docx(paragraph("<w:r/>" * 1_500_000)))
    used, said = memory_of(path)
    assert "elements" in said
    assert used < MOST_MEMORY


def test_a_password_is_told(tmp_path: Path) -> None:
    assert "password" in str(refused(tmp_path, b"\xd0\xcf\x11\xe0" + bytes(5000)))


def test_encrypted_parts_are_told(tmp_path: Path) -> None:
    made = bytearray(docx(paragraph(TEXT)))
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 8] |= 1
        at = made.find(b"PK\x01\x02", at + 4)
    assert "password" in str(refused(tmp_path, bytes(made)))


def test_parts_outside_are_neither_read_nor_missed(tmp_path: Path) -> None:
    source = io.BytesIO(docx(paragraph(TEXT), {"footnotes": part("footnotes", "")}))
    made = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            content = old.read(each).replace(
                b'Target="footnotes.xml"', b'Target="http://127.0.0.1:9/" TargetMode="External"'
            )
            new.writestr(each, content.replace(b"styles.xml", b"../../../etc/passwd"))
    path = written(tmp_path, made.getvalue())
    assert [block.text for block in read(path, path.name, ReadSettings()).blocks] == [TEXT]


@pytest.mark.parametrize("way", [99, 12, 14], ids=["unknown", "bzip2", "lzma"])
def test_an_unusual_way_of_packing_is_survived(tmp_path: Path, way: int) -> None:
    made = bytearray(docx(paragraph(TEXT)))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = made.find(mark)
        while at >= 0:
            made[at + offset] = way
            at = made.find(mark, at + 4)
    refused(tmp_path, bytes(made))


def anything(dice: random.Random, depth: int = 0) -> str:
    """Return elements of Word that nobody would put inside one another."""
    if depth == 7 or dice.random() < 0.15:
        return f"<w:t>{dice.choice(WORDS)}</w:t>"
    inner = "".join(anything(dice, depth + 1) for _ in range(dice.randrange(4)))
    kind = dice.choice(("begin", "separate", "end", "0", "1", "9", "TOC", "page"))
    given = f'w:val="{kind}" w:id="{kind}" w:type="{kind}" w:fldCharType="{kind}"'
    tag = dice.choice(TAGS)
    return f"<{tag} {given}>{inner}</{tag}>"


def test_any_elements_inside_one_another_are_survived(tmp_path: Path) -> None:
    dice = random.Random(5)
    for _ in range(TREES):
        notes = part("footnotes", f'<w:footnote w:id="1">{anything(dice)}</w:footnote>')
        body = paragraph(TEXT) + "".join(anything(dice) for _ in range(6))
        path = written(tmp_path, docx(body, {"footnotes": notes}))
        found = read(path, path.name, ReadSettings(furniture=False))
        left_out = (passage.text for passage in found.removed)
        kept = Counter("".join([*(block.text for block in found.blocks), *left_out]))
        assert {**kept, "\n": 0, "\t": 0} == {**Counter(found.text), "\n": 0, "\t": 0}


def test_styles_that_go_in_a_circle_are_survived(tmp_path: Path) -> None:
    circle = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    path = written(
        tmp_path, docx(paragraph(run(TEXT), style="a"), {"styles": part("styles", circle)})
    )
    assert read(path, path.name, ReadSettings()).blocks[0].text == TEXT


@needs_proc
def test_a_large_document_is_read_in_six_times_its_size(tmp_path: Path) -> None:
    sentence = "وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا. " * 60
    one = paragraph(run(sentence, '<w:rtl/><w:lang w:bidi="ar-SA"/>'), properties="<w:bidi/>")
    body = one * 1_500
    path = written(tmp_path, docx(body))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/picture.bin", random.Random(6).randbytes(200_000))
    used, said = memory_of(path)
    assert not said
    assert used < 6 * len(body.encode()) >> 20
