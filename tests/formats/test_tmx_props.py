from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.config import Settings
from align.errors import ConfigError
from align.formats.tmx.attributes import ATTRIBUTES
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter, write_tmx
from align.model import Flag

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

TEXTS = '<tuv xml:lang="ar"><seg>نعم</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv>'


NAMES = st.sampled_from([*ATTRIBUTES, "note", "client", "score:SingleString", "context-pre"])
VALUES = st.sampled_from(["20261121T210000Z", "7", "ليلى & co", "2026", "0.5000", ""])


def reading(tmp_path: Path, props: str) -> TranslationUnit:
    text = f'<tmx><header srclang="ar"/><body><tu>{props}{TEXTS}</tu></body></tmx>'
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    (unit,) = read_tmx(tmp_path / "in.tmx")
    return unit


def test_props_hold_document_score_flags_and_the_users_own(tmp_path: Path) -> None:
    with TmxWriter(tmp_path / "out.tmx", Settings()) as writer:
        writer.write_bitext(samples.bitext())
    unit = etree.parse(str(tmp_path / "out.tmx")).findall("body/tu")[1]
    assert [(prop.get("type"), prop.text) for prop in unit.iterfind("prop")] == [
        ("x-document", "bridge"),
        ("x-alignment-type", "1-1"),
        ("x-score", "0.5000"),
        ("x-place", "source b2 2 0-42 tales/bridge.txt"),
        ("x-place", "target b6 6 0-53 tales/bridge.txt"),
        ("x-flag", f"warning number: {samples.FLAG.message}"),
        ("x-flag", f"info name target 4-9: {samples.PLACED.message}"),
        ("x-client", "Museum & Söhne"),
        ("x-subject", "حكايات"),
    ]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        (
            "error number source 12-14: 25 is not in the target",
            Flag(
                id="number",
                severity="error",
                message="25 is not in the target",
                side="source",
                start=12,
                end=14,
            ),
        ),
        ("info duplicate:", Flag(id="duplicate", severity="info", message="")),
        (
            "warning name: source 1-2: x",
            Flag(id="name", severity="warning", message="source 1-2: x"),
        ),
    ],
)
def test_flags_are_read_with_and_without_a_place(tmp_path: Path, text: str, flag: Flag) -> None:
    unit = reading(tmp_path, f'<prop type="x-flag">{text}</prop>')
    assert (unit.flags, unit.props) == ((flag,), ())


@pytest.mark.parametrize(
    "text",
    [
        "error number source: 25",
        "error number source 3: 25",
        "fatal number: 25",
        "error number middle 1-2: 5",
    ],
)
def test_a_flag_in_another_form_is_somebody_elses(tmp_path: Path, text: str) -> None:
    unit = reading(tmp_path, f'<prop type="x-flag">{text}</prop>')
    assert (unit.flags, unit.props) == ((), (("flag", text),))


def test_a_flag_keeps_its_characters_when_the_text_is_tidied(tmp_path: Path) -> None:
    text = "\u00a0 He  crossed\n\tthe\ufeff bridge. "
    start = text.index("bridge")
    flag = Flag(id="x", severity="info", message="m", side="target", start=start, end=start + 6)
    write_tmx([replace(samples.unit("نعم", text), flags=(flag,))], tmp_path / "out.tmx")
    (unit,) = read_tmx(tmp_path / "out.tmx")
    (found,) = unit.flags
    assert unit.target[found.start : found.end] == "bridge"


def test_other_peoples_props_are_kept_and_written_beside_ours(tmp_path: Path) -> None:
    props = (
        '<prop type="score">7.5</prop>'
        '<prop type="x-Client:SingleString">M</prop>'
        '<prop type="x-flag">seen</prop>'
    )
    unit = reading(tmp_path, props)
    assert unit.props == (("score", "7.5"), ("Client:SingleString", "M"), ("flag", "seen"))
    assert unit.flags == ()
    write_tmx([unit], tmp_path / "out.tmx")
    assert list(read_tmx(tmp_path / "out.tmx")) == [unit]


@given(props=st.lists(st.tuples(NAMES, VALUES), max_size=8))
def test_props_come_back_in_their_order_whether_they_are_attributes_notes_or_props(
    props: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "out.tmx"
    unit = replace(samples.unit("نعم", "Yes"), props=tuple(props))
    write_tmx([unit], path)
    assert list(read_tmx(path)) == [unit]


@pytest.mark.parametrize("name", ["auto", "ice", "Origin", "score", "document"])
def test_a_prop_name_with_a_meaning_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        Settings(props=((name, "x"),))
