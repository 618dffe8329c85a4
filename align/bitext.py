"""A bilingual document told apart into its bitexts, or two documents set side by side.

Every letter of the blocks ends in one block of a side or in a passage that says why it does not.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from align.errors import ReadError
from align.layouts.balance import one_language
from align.layouts.block_lines import lines
from align.layouts.cells import texts_of_row
from align.layouts.cues.pairing import cued
from align.layouts.cutting import bitext_of, blocks_of, ordered, passage_of
from align.layouts.echoes import echoes
from align.layouts.headings import headings
from align.layouts.parts import Laid, Part, Row, Tongues, tongues
from align.layouts.regions import recognise
from align.layouts.rows import row_by_row
from align.layouts.strangeness import by_side
from align.layouts.tables import in_flow, tables_of
from align.model import Bitext, Document, Layout, Passage, Side, Split
from align.text.languages import foreign
from align.text.scripts import letters_of, script_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["pair", "share_script", "split"]

UNDETERMINED = "und"
CLEARLY = 2.0  # so much stranger in its text's language, a passage is in the other one
SAME_COLUMN = "column that is the same in both files"
HEADING = "heading of the table"
FURTHER_COLUMN = "further column"
PARAGRAPHS = ("stacked", "interleaved", "sections")  # layouts that leave paragraphs whole

Sided = tuple[list[Part], list[Passage]]  # of a document: what may be aligned, and what not


def split(document: Document, langs: tuple[str, str], layout: Layout | None = None) -> Split:
    """Tell the two languages of a document apart, in the layout recognised or the one given.

    Raises `ReadError` when the languages share a script.
    """
    if share_script(langs):
        what = f"{langs[0]} and {langs[1]} share a script and cannot be told apart in one file"
        raise ReadError(document.id, what, "give two files with --pair")
    read = [part for block in document.blocks for part in lines(block, tongues(langs))]
    heads = headings(read)
    whole = [part for part in read if part.block.id not in heads]
    tables = tables_of(whole, tongues(langs, whole)) if layout in (None, "columns") else {}
    parts, passages = _native(list(in_flow(whole, tables, tongues(langs))), langs)
    passages += [_furniture(part, HEADING) for part in read if part.block.id in heads]
    found = tongues(langs, parts)
    laid = recognise(parts, found, layout, tables)
    regions = [_cleared(region, langs, passages) for region in laid]
    side = one_language(regions, found, asked=layout is not None)
    if side is None:
        return _bilingual(document, found, regions, passages)
    lang = langs[side] if any(part.total for part in parts) else _spoken(passages)
    alone = [passage for region in regions for passage in _alone(region, lang, found)]
    return Split(bitexts=(), passages=ordered([*passages, *alone], (), document), monolingual=lang)


def pair(source: Document, target: Document, langs: tuple[str, str]) -> Split:
    """Set two documents side by side; blocks in a third language are taken out.

    Two documents in one language give no bitext. Raises `ReadError` when each is in the language
    of the other.
    """
    spoken = _spoken_in(source, langs), _spoken_in(target, langs)
    if spoken == (langs[1], langs[0]):
        what = f"is mainly in {langs[1]}, not {langs[0]}"
        raise ReadError(source.id, what, "swap the two files, or their --langs")
    told = _without_echoes(_whole(source, langs), _whole(target, langs))
    parts, passages = zip(*told, strict=True)
    if spoken[0] is not None and spoken[0] == spoken[1]:
        alone = [passage_of(part, spoken[0], "monolingual") for part in chain(*parts)]
        return Split(bitexts=(), passages=(*chain(*passages), *alone), monolingual=spoken[0])
    cut = [blocks_of(side, whole) for side, whole in zip(parts, (source, target), strict=True)]
    by_row = row_by_row(parts[0], parts[1], tongues(langs, chain(*parts)))
    sides = cued(
        *([blocks[part] for part in side] for side, blocks in zip(parts, cut, strict=True))
    )
    bitext = Bitext(
        id=f"{source.id}#1",
        source=Side(lang=langs[0], blocks=sides.source),
        target=Side(lang=langs[1], blocks=sides.target),
        layout="pair",
        anchors=by_row or sides.anchors,
    )
    return Split(bitexts=(bitext,), passages=tuple(chain(*passages)))


def _whole(document: Document, langs: tuple[str, str]) -> Sided:
    """Return the blocks of a document, only rows of tables cut, and those in a third language."""
    scripts = tongues(langs).scripts
    texts = [part for block in document.blocks for part in texts_of_row(block, scripts)]
    return _native(texts, langs)


def _without_echoes(source: Sided, target: Sided) -> list[Sided]:
    """Turn the cells of columns that two tables have in common into passages."""
    repeated = echoes(source[0], target[0])
    return [_kept(side, repeated) for side in (source, target)]


def _kept(side: Sided, repeated: frozenset[Part]) -> Sided:
    parts, passages = side
    listed = [_furniture(part, SAME_COLUMN) for part in parts if part in repeated]
    return [part for part in parts if part not in repeated], [*passages, *listed]


def _furniture(part: Part, label: str) -> Passage:
    return passage_of(part, UNDETERMINED, "furniture", label)


def _spoken_in(document: Document, langs: tuple[str, str]) -> str | None:
    """Return which of two languages a document is mainly in, None where script cannot tell."""
    letters = [letters_of(document.text, script_of(lang)) for lang in langs]
    if share_script(langs) or letters[0] == letters[1]:
        return None
    return langs[letters[0] < letters[1]]


def share_script(langs: tuple[str, str]) -> bool:
    """Say whether two languages are written in one script: then they need two files."""
    return script_of(langs[0]) == script_of(langs[1])


def _native(parts: Sequence[Part], langs: tuple[str, str]) -> Sided:
    """Return the parts that may be in our languages, and the others as passages."""
    judged = list(zip(parts, foreign([part.text for part in parts], langs), strict=True))
    strange = [passage_of(part, lang, "other-language") for part, lang in judged if lang]
    return [part for part, lang in judged if not lang and part.text], strange


def _cleared(region: Laid, langs: tuple[str, str], passages: list[Passage]) -> Laid:
    """Take third languages out of a region of rows, column by column, and list them."""
    if region.layout in PARAGRAPHS:  # there whole paragraphs were judged before
        return region
    native: set[Part] = set()
    for column in (region.source, region.target, region.furniture):
        kept, strange = _native(column, langs)
        native.update(kept)
        passages += strange
    rows = tuple(
        Row(
            source=tuple(part for part in row.source if part in native),
            target=tuple(part for part in row.target if part in native),
        )
        for row in region.rows
    )
    furniture = tuple(part for part in region.furniture if part in native)
    return Laid(layout=region.layout, rows=rows, furniture=furniture)


def _bilingual(
    document: Document, tongues: Tongues, regions: Sequence[Laid], passages: list[Passage]
) -> Split:
    """Turn the regions into bitexts; a region left with one side only is monolingual."""
    langs = tongues.langs
    full = [region for region in regions if region.source and region.target]
    for region in regions:
        if region in full:
            label = FURTHER_COLUMN if region.layout == "columns" else ""
            passages += [_furniture(part, label) for part in region.furniture]
        else:
            passages += _alone(region, langs[not region.source], tongues)
    kept = [part for region in full for part in (*region.source, *region.target)]
    blocks = blocks_of(kept, document)
    bitexts = [
        bitext_of(region, f"{document.id}#{number}", langs, blocks)
        for number, region in enumerate(full, 1)
    ]
    return Split(bitexts=tuple(bitexts), passages=ordered(passages, kept, document))


def _alone(region: Laid, lang: str, tongues: Tongues) -> list[Passage]:
    """Return a region as passages in the one language it has."""
    parts = [*region.source, *region.target, *region.furniture]
    return [
        passage_of(part, _own_lang(part, lang, tongues), "monolingual")
        for part in parts
        if lang != UNDETERMINED or any(map(str.isalpha, part.text))
    ]


def _own_lang(part: Part, lang: str, tongues: Tongues) -> str:
    """Return the language of a part: that of its text, unless it is clearly in the other."""
    if lang not in tongues.langs:
        return lang
    side = tongues.langs.index(lang)
    costs = by_side(part, tongues)
    return tongues.langs[1 - side] if costs[side] - costs[1 - side] > CLEARLY else lang


def _spoken(passages: Sequence[Passage]) -> str:
    """Return the language with most text, when none of it is in ours."""
    lengths = Counter[str]()
    for passage in passages:
        lengths[passage.lang] += len(passage.text)
    return max(lengths, key=lambda lang: (lengths[lang], lang), default=UNDETERMINED)
