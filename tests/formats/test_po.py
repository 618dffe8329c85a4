"""PO files in: what GNU gettext says they are, and what people make of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from align.config import ReadSettings
from align.errors import EncodingError, LimitError, MalformedError, UsageError
from align.formats.foreign import po_entries
from align.formats.reading import Reading

from .foreign import read

HEADER = """\
# Translation of the museum's guide.
msgid ""
msgstr ""
"Project-Id-Version: guide 2\\n"
"Language: ar_EG\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 :"
" n%100>=11 ? 4 : 5;\\n"

"""
ENTRY = 'msgid "Open daily"\nmsgstr "مفتوح يوميًا"\n'


def written(folder: Path, text: str, name: str = "guide.po") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_is_a_unit_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    entry = """\
#  ask the guard
#. on the door
#: door.c:12 door.c:40
#, fuzzy, c-format
#| msgid "Open"
msgctxt "museum"
msgid "Open %s,\\n"
"even \\"today\\""
msgstr ""
"مفتوح %s،\\n"
"حتى «اليوم»"
"""
    found = read(written(tmp_path, HEADER + entry))
    (unit,) = found.units
    assert (unit.source, unit.target) == ('Open %s, even "today"', "مفتوح %s، حتى «اليوم»")
    assert (unit.source_lang, unit.target_lang, unit.id) == ("en", "ar-EG", "tu1")
    assert dict(unit.props) == {
        "comment": "ask the guard",
        "note": "on the door",
        "reference": "door.c:12 door.c:40",
        "format": "c-format",
        "fuzzy": "yes",
        "msgctxt": "museum",
    }
    assert found.losses == {"property": 2, "space": 2}  # a field of the header, the former text


def test_exact_texts_keep_their_line_breaks(tmp_path: Path) -> None:
    path = written(tmp_path, 'msgid " Open\\n\\tdaily"\nmsgstr "مفتوح\\n"\n')
    found = read(path, Reading(exact=True))
    assert found.pairs == [(" Open\n\tdaily", "مفتوح\n")]


def test_every_form_of_a_plural_is_a_unit(tmp_path: Path) -> None:
    forms = ["لا أحجار", "حجر واحد", "حجران", "%d أحجار", "%d حجرًا", ""]
    lines = [f'msgstr[{number}] "{form}"' for number, form in enumerate(forms)]
    entry = "\n".join(['msgid "%d stone"', 'msgid_plural "%d stones"', *lines])
    found = read(written(tmp_path, HEADER + entry))
    assert found.pairs == [
        ("%d stones", "لا أحجار"),
        ("%d stone", "حجر واحد"),
        ("%d stones", "حجران"),
        ("%d stones", "%d أحجار"),
        ("%d stones", "%d حجرًا"),
    ]
    assert [dict(unit.props)["plural-form"] for unit in found.units] == list("01234")
    assert found.losses["unaligned"] == 1


@pytest.mark.parametrize("forms", ["plural=1/0;", "plural=import os;", f"plural={'(' * 90};", ""])
def test_plural_forms_that_make_no_sense_do_no_harm(tmp_path: Path, forms: str) -> None:
    header = f'msgid ""\nmsgstr "Language: ar\\nPlural-Forms: nplurals=2; {forms}\\n"\n'
    entry = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "يوم"\nmsgstr[1] "أيام"\n'
    found = read(written(tmp_path, header + entry))
    assert found.pairs == [("day", "يوم"), ("days", "أيام")]


def test_what_is_untranslated_or_obsolete_is_counted(tmp_path: Path) -> None:
    text = 'msgid "Closed"\nmsgstr ""\n\n#~ msgid "Old"\n#~ msgstr "قديم"\n\n' + ENTRY
    found = read(written(tmp_path, text))
    assert found.pairs == [("Open daily", "مفتوح يوميًا")]
    assert found.losses == {"unaligned": 1, "unit": 1}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('msgid "no end', "no line of a PO file"),
        ("msgid bare", "no line of a PO file"),
        (r'msgid "\303\251"', "no line of a PO file"),
        ('"alone"', "a text without a keyword"),
        ('msgid "a"\nmsgstr "أ"\nmsgstr "ب"', "a second msgstr"),
        ('msgstr "أ"', "without msgid or msgstr"),
        ('msgid "a"\nmsgctxt "b"', "without msgid or msgstr"),
    ],
)
def test_a_broken_entry_is_refused_with_its_line_or_counted(
    tmp_path: Path, line: str, reason: str
) -> None:
    path = written(tmp_path, f"{ENTRY}\n#. the next one\n{line}\n\n#. and another\n{ENTRY}")
    with pytest.raises(MalformedError, match=rf"line \d+: .*{reason}"):
        read(path, Reading())
    found = read(path)
    assert set(found.pairs) == {("Open daily", "مفتوح يوميًا")}
    assert found.losses["unit"] == 1


@pytest.mark.parametrize(
    ("name", "header", "langs"),
    [
        ("guide.po", "Language: ar\\n", ("en", "ar")),
        ("guide.po", "Language: ar_SA.UTF-8@x\\nX-Source-Language: en-GB\\n", ("en-GB", "ar-SA")),
        ("guide.po", "X-Generator: us\\n", ("ar", "en")),  # by the scripts
        ("guide.en.po", "", ("ar", "en")),
        ("en_GB.po", "", ("ar", "en-GB")),
        ("ar/LC_MESSAGES/guide.po", "", ("en", "ar")),
    ],
)
def test_the_languages_are_those_of_the_header_the_name_or_the_scripts(
    tmp_path: Path, name: str, header: str, langs: tuple[str, str]
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    texts = ("Yes", "نعم") if langs[1].startswith("ar") else ("نعم", "Yes")
    entry = f'msgid ""\nmsgstr "{header}"\n\nmsgid "{texts[0]}"\nmsgstr "{texts[1]}"\n'
    (unit,) = read(written(tmp_path, entry, name)).units
    assert (unit.source_lang, unit.target_lang, unit.source) == (*langs, texts[0])


@pytest.mark.parametrize("field", ["Language: fr", "Language: ar\\nX-Source-Language: de"])
def test_other_languages_are_refused(tmp_path: Path, field: str) -> None:
    path = written(tmp_path, f'msgid ""\nmsgstr "{field}\\n"\n\n{ENTRY}')
    with pytest.raises(UsageError, match=r"not between ar and en; choose .*--langs"):
        read(path)


def test_the_encoding_is_the_one_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "guide.po"
    path.write_bytes((HEADER + ENTRY).replace("UTF-8", "windows-1256").encode("windows-1256"))
    assert read(path).pairs == [("Open daily", "مفتوح يوميًا")]


@pytest.mark.parametrize("name", ["klingon", "rot13", "punycode", "base64"])
def test_an_encoding_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, HEADER.replace("UTF-8", name) + ENTRY)
    with pytest.raises(EncodingError, match=f"unknown encoding, '{name}'"):
        read(path)


def test_a_template_names_no_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER.replace("UTF-8", "CHARSET") + ENTRY)
    assert len(read(path).units) == 1


def test_other_bytes_than_those_named_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "guide.po"
    path.write_bytes((HEADER + ENTRY).encode("windows-1256", "replace"))
    with pytest.raises(EncodingError, match="is not UTF-8"):
        read(path)


def test_a_text_may_hold_line_separators_of_unicode(tmp_path: Path) -> None:
    (unit,) = read(written(tmp_path, 'msgid "a\u2028b\x85c"\nmsgstr "أ\x0bب"\n')).units
    assert (unit.source, unit.target) == ("a b c", "أ ب")


def test_a_text_that_is_the_name_of_a_file_opens_none(tmp_path: Path) -> None:
    assert read(written(tmp_path, str(tmp_path / "secret.po"))).losses == {"unit": 1}


def test_an_entry_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po_entries, "LONGEST", 1_000)
    path = written(tmp_path, 'msgid ""\n' + '"never"\n' * 200)
    with pytest.raises(LimitError, match="longer than 1,000 characters"):
        read(path)


def test_a_packed_file_and_an_empty_one_are_read(tmp_path: Path) -> None:
    path = tmp_path / "guide.po.gz"
    path.write_bytes(gzip.compress((HEADER + ENTRY).encode()))
    assert len(read(path).units) == 1
    assert read(written(tmp_path, "")).units == []
    assert read(written(tmp_path, HEADER + "# the end\n")).units == []


def test_limits_hold(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + ENTRY)
    with pytest.raises(LimitError, match="larger than 10 bytes"):
        read(path, Reading(limits=ReadSettings(max_bytes=10)))


def test_another_reader_of_po_finds_the_same(tmp_path: Path) -> None:
    polib = pytest.importorskip("polib")
    corpus = Path(__file__).parents[2] / "corpora" / "essay-water"
    sides = [Path(f"{corpus}.{lang}.txt").read_text("utf-8").split("\n") for lang in ("en", "ar")]
    catalogue = polib.POFile(wrapwidth=40)
    catalogue.metadata = {"Language": "ar", "Content-Type": "text/plain; charset=utf-8"}
    for place, (source, target) in enumerate(zip(*sides, strict=False)):
        if source and target:
            entry = polib.POEntry(msgid=f'{source}\t"\\', msgstr=target, msgctxt=str(place))
            catalogue.append(entry)
    path = tmp_path / "essay.po"
    catalogue.save(str(path))
    again = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(path))]
    assert len(again) > 3
    assert read(path, Reading(exact=True)).pairs == again
