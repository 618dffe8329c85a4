"""Memories made to do harm, given to every reader: units or an error with a reason, never more."""

from __future__ import annotations

import gzip
import io
import random
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import pytest

from align import registry
from align.errors import AlignError
from align.formats.memories import units_of
from align.formats.reading import Reading

from . import samples
from .keeps import LANGS, written
from .test_docx_tables import row, table
from .test_docx_tables import written as document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from align.model import TranslationUnit

DAMAGES = 12  # of a memory, each read twice
MUCH = 12_000_000  # bytes, more than a line may have
LITTLE = 120_000_000  # bytes of memory: some copies of the longest line
INSERTED = [
    *(
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\t",
        b'"',
        b",",
        b"[",
        b"{",
    ),
    *(b"<", b"&", b"&#0;", b"&#xd800;", b"]]>", b"<!--", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    *(b"9" * 30, b"-1", b"1e999", b"NaN", b"\\ud800", "٣".encode(), b"<g>" * 1_000, b"[" * 10_000),
]
# Formats that are only read, as a small file.
MADE: dict[str, tuple[str, str]] = {
    "po": (
        "m.po",
        'msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#: a.c:1\nmsgctxt "menu"\nmsgid "Yes\\n"\nmsgid_plural "All"\n'
        'msgstr[0] "نعم\\n"\nmsgstr[1] "كلها"\n\nmsgid "No"\nmsgstr "لا"\n',
    ),
    "json": (
        "m.json",
        '{"ar": {"a": "نعم", "b": {"c": "لا"}}, "en": {"a": "Yes", "b": {"c": "No"}}}',
    ),
    "html": (
        "m.html",
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><table>'
        "<tr><td>نعم<td>Yes &amp; <b>no</b><tr><td>لا<td>No</table></body></html>",
    ),
}


class Sound(NamedTuple):
    """A memory as it should be: the file it is read by, and the bytes of all of its files."""

    path: Path
    files: dict[Path, bytes]


def made(name: str, folder: Path) -> Path:
    """Write a small memory of a format."""
    units = list(filter(None, (*samples.bitext().units, *samples.nasty().units[:4])))
    if name == "docx":
        return document(folder, table(row("نعم", "Yes"), row("لا", "No")))
    if name in MADE:
        path = folder / MADE[name][0]
        path.write_text(MADE[name][1], encoding="utf-8")
        return path
    if name == "xml":
        return written(folder, "tei", units).rename(folder / "memory.xml")
    return written(folder, name, units)


@pytest.fixture(params=registry.names("memories"))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sound(name: str, tmp_path: Path) -> Sound:
    path = made(name, tmp_path)
    return Sound(path, {each: each.read_bytes() for each in sorted(tmp_path.iterdir())})


def read(path: Path, name: str, *, strict: bool) -> list[TranslationUnit]:
    """Read what can be read; any error but ours is a failure."""
    try:
        return list(units_of(path, Reading(langs=LANGS, strict=strict), name))
    except AlignError:
        return []


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 2, 20])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def holed(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 60) :]


def swollen(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + chance.choice(INSERTED) + content[place:]


HARM: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, flipped, holed, swollen)


def test_no_damage_is_more_than_an_error(name: str, sound: Sound) -> None:
    chance = random.Random(name)  # the same damage at every run
    for number in range(DAMAGES):
        path = chance.choice([path for path, content in sound.files.items() if content])
        path.write_bytes(HARM[number % len(HARM)](sound.files[path], chance))
        for strict in (True, False):
            for unit in read(sound.path, name, strict=strict):
                assert 0 <= unit.score <= 1
                (unit.id + unit.source + unit.target).encode()  # no half of a surrogate pair
        path.write_bytes(sound.files[path])


def archive(entry: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(entry, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0" * 100_000,
        b"%PDF-1.4\n%\xe2\xe3",
        b"PAR1\xff\xffPAR1",
        archive("../../secret.txt", b"secret"),
        gzip.compress(b"secret"),
    ],
    ids=["empty", "byte", "mark-16", "mark-8", "nul", "pdf", "parquet", "zip", "gzip"],
)
def test_what_is_of_another_kind_holds_no_units(name: str, tmp_path: Path, content: bytes) -> None:
    path = made(name, tmp_path)
    path.write_bytes(content)
    assert not [unit for strict in (True, False) for unit in read(path, name, strict=strict)]


@pytest.mark.parametrize("filling", [b"a ", b"\0"], ids=["letters", "nul"])
def test_a_line_without_end_takes_little_memory(name: str, tmp_path: Path, filling: bytes) -> None:
    path = made(name, tmp_path)
    path.write_bytes(filling * (MUCH // len(filling)))
    tracemalloc.start()
    assert not read(path, name, strict=False)
    assert tracemalloc.get_traced_memory()[1] < LITTLE
    tracemalloc.stop()


@pytest.fixture(scope="session")
def bomb() -> bytes:
    return gzip.compress(bytes(3 * MUCH), 1)


def test_a_packed_file_that_is_a_bomb_is_refused(name: str, tmp_path: Path, bomb: bytes) -> None:
    path = made(name, tmp_path)
    packed = path.rename(path.with_name(path.name + ".gz"))
    packed.write_bytes(bomb)
    assert not read(packed, name, strict=False)


@pytest.mark.parametrize("suffix", [".gz", ".zip"])
def test_a_packed_file_may_end_anywhere(name: str, tmp_path: Path, suffix: str) -> None:
    path = made(name, tmp_path)
    content = path.read_bytes()
    whole = gzip.compress(content) if suffix == ".gz" else archive("m", content)
    packed = path.rename(path.with_name(path.name + suffix))
    for size in range(0, len(whole), 1 + len(whole) // 4):
        packed.write_bytes(whole[:size])
        read(packed, name, strict=False)


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "{0}">]>'
XML = {
    "tmx": '<tmx><body><tu><tuv xml:lang="ar"><seg>{0}</seg></tuv>'
    '<tuv xml:lang="en"><seg>Yes</seg></tuv></tu></body></tmx>',
    "tei": '<TEI><text><s xml:id="a">{0}</s><s xml:id="b">Yes</s></text>'
    '<linkGrp type="translation"><link target="#a #b"/></linkGrp></TEI>',
    "xliff": '<xliff version="1.2"><file source-language="ar" target-language="en"><body>'
    '<trans-unit id="1"><source>{0}</source><target>Yes</target></trans-unit></body></file>'
    "</xliff>",
    "xces": '<cesAlign><linkGrp fromDoc="m.xml" toDoc="m.xml"><link xtargets="a;b"/></linkGrp>'
    '<s id="a">{0}</s><s id="b">Yes</s></cesAlign>',
    "html": "<table><tr><td>{0}<td>Yes<tr><td>{0}<td>No</table>",
}
INCLUDED = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{0}"/>'


@pytest.mark.parametrize("kind", XML)
@pytest.mark.parametrize("is_entity", [True, False])
def test_nothing_is_fetched_into_a_text(tmp_path: Path, kind: str, is_entity: bool) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سرّ", encoding="utf-8")
    uri = secret.as_uri()
    text = XML[kind].format("نعم &e;" if is_entity else f"نعم {INCLUDED.format(uri)}")
    path = tmp_path / "m.xml"
    path.write_text((ENTITY.format(uri) if is_entity else "") + text, encoding="utf-8")
    for strict in (True, False):
        assert not [unit for unit in read(path, kind, strict=strict) if "سر" in unit.source]


@pytest.mark.parametrize(
    "place",
    ["../secret.xml", "{0}/secret.xml", "link.xml", "loop.xml", "%2e%2e/secret.xml", "a" * 5_000],
)
def test_no_text_outside_of_the_folder_is_opened(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    text = '<text><s id="1">Yes</s></text>'
    (tmp_path / "secret.xml").write_text(text)
    (folder / "mine.xml").write_text(text)
    (folder / "link.xml").symlink_to(tmp_path / "secret.xml")
    (folder / "loop.xml").symlink_to(folder / "loop.xml")
    link = f'<linkGrp fromDoc="{place.format(tmp_path)}" toDoc="mine.xml"><link xtargets="1;1"/>'
    path = folder / "links.xml"
    path.write_text(f"<cesAlign>{link}</linkGrp></cesAlign>")
    assert not [unit for strict in (True, False) for unit in read(path, "xces", strict=strict)]
