"""ODT, RTF and PPTX by real programs: our own texts come in whole, structure and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align import registry
from align.config import ReadSettings
from tests.readers.letters import share_in_order
from tests.readers.outcome import blocks, left_out
from tests.readers.rendering import NAMES, blocks_of, docx_of, needs_office, office, texts_of
from tests.readers.rich_text import RICH, flat_odt
from tests.readers.word_samples import slides

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

pytestmark = needs_office
ENOUGH = 0.999  # of the letters, in order
RICH_BLOCKS = [
    ("heading", "The Ferry and the Moon"),
    ("heading", "الفصل الأول"),
    ("paragraph", "عبر الملّاح النهر ليلا."),
    ("paragraph", "The boatman crossed   the river slowly at\nnight."),
    ("footnote", "He had no name."),
    ("footnote", "Nobody asked."),
    ("footnote", "After a tale."),
    ("quote", "Row, said the moon."),
    ("paragraph", "Rame, dit la lune au vieux passeur."),
    ("item", "One oar"),
    ("item", "Two oars"),
    ("item", "A spare oar"),
    ("cell", "نهر\triver\nOr stream.\nflood"),
    ("cell", "across both"),
    ("cell", "قمر\tmoon\nlune"),
    ("caption", "Table 1: words of the story"),
]
BOX = {("paragraph", "in the box"), ("paragraph", "Beside the box.")}  # either may come first
RICH_LEFT_OUT = {
    "page header": ["Head of the page"],
    "page footer": ["Foot of the page, 1"],
    "deleted text": ["taken away"],
    "hidden text": ["unseen"],
    "comment": ["Is it a river?"],
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of our texts by LibreOffice: ``NAME.odt``, ``NAME.rtf``, ``NAME.pptx``."""
    folder = tmp_path_factory.mktemp("word")
    (folder / "rich.fodt").write_text(flat_odt(RICH), encoding="utf-8")
    texts = [docx_of(blocks_of(name), folder / f"{name}.docx") for name in NAMES]
    for suffix in ("odt", "rtf"):
        office(suffix, [*texts, folder / "rich.fodt"], folder / "made")
    shows = [folder / f"{name}.pptx" for name in NAMES]
    for name, path in zip(NAMES, shows, strict=True):
        path.write_bytes(slides(texts_of(name)))
    office("pptx", shows, folder / "made")
    return folder / "made"


def document(path: Path) -> Document:
    found: Document = registry.resolve("readers", path.suffix)(path, path.name, ReadSettings())
    return found


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["odt", "rtf", "pptx"])
def test_our_texts_come_back_from_libreoffice(files: Path, suffix: str) -> None:
    for name in NAMES:
        found = [block.text for block in document(files / f"{name}.{suffix}").blocks]
        assert share_in_order(texts_of(name), found) >= ENOUGH
        assert len(found) == len(texts_of(name))


@pytest.mark.parametrize("suffix", ["odt", "rtf"])
def test_all_that_a_text_can_have_is_told_apart(files: Path, suffix: str) -> None:
    found = document(files / f"rich.{suffix}")
    told = [(kind, text.rstrip("\t")) for kind, text in blocks(found)]
    assert [block for block in told if block not in BOX] == RICH_BLOCKS
    assert {block for block in told if block in BOX} == BOX
    assert left_out(found) == RICH_LEFT_OUT
    assert "has tracked changes: read as if all were accepted" in found.notes


@pytest.mark.parametrize("suffix", ["odt", "rtf"])
def test_what_the_file_says_of_languages_is_a_hint(files: Path, suffix: str) -> None:
    langs = {block.text: block.lang for block in document(files / f"rich.{suffix}").blocks}
    assert langs["عبر الملّاح النهر ليلا."] == "ar-EG"
    assert langs["Rame, dit la lune au vieux passeur."] == "fr-FR"


@pytest.mark.parametrize("suffix", ["odt", "rtf"])
def test_rows_are_blocks_of_their_table(files: Path, suffix: str) -> None:
    rows = [block.table for block in document(files / f"rich.{suffix}").blocks if block.table]
    assert rows == [1, 1, 1]
