"""Markdown (CommonMark, tables, front matter): the text a reader sees, as blocks.

Everything else that holds letters (link targets, tags, code blocks, front matter, comments) is
listed in `Document.removed` as furniture, so that the letters of `Document.text` are those of the
blocks and of the furniture together. Repaired runs (reason ``repair``) are listed in addition.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from align.model import Block, Place
from align.readers.decoding import load
from align.readers.documents import assemble, check_block, furniture
from align.readers.markdown_source import MarkdownSource
from align.readers.visible import NOWHERE, Visible, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from align.config import ReadSettings
    from align.model import BlockKind, Document, Passage

    Shown = tuple[BlockKind, Visible]

__all__ = ["read"]

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "list_item_open": "item",
    "blockquote_open": "quote",
}
_CODE = frozenset({"fence", "code_block"})
_NO_WRITING = {"front_matter": "front matter", **dict.fromkeys(sorted(_CODE), "code")}
MARKUP = "markup"  # link targets, tags, comments
_WORD_CHARACTER = re.compile("[^\\W_]")
# The attribute list that kramdown and Pandoc allow behind a heading: {#name .class}.
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}\n]*\}\s*$")
# HTML blocks that show nothing, or code.
_NOT_SHOWN = re.compile("\\s*<(?:script|style|pre|textarea|!|\\?)", re.IGNORECASE)
_PROGRAM = re.compile("<(script|style)\\b.*?</\\1\\s*>", re.IGNORECASE | re.DOTALL)
_NOT_BREAK = re.compile("[^\n]")
_NOTHING = Visible("", ())
_TOML = re.compile(r"\+{3}[ \t]*\n(.*?\n)??\+{3}[ \t]*$", re.DOTALL | re.MULTILINE)


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a Markdown file; a table row is one block, its cells separated by a tab."""
    decoded = load(path, name, settings)
    tokens = _parser().parse(_dashed(decoded.text))
    source = MarkdownSource(decoded.text)
    kept = bytearray(len(decoded.text))
    blocks: list[Block] = []
    for kind, part in _parts(tokens, source):
        block = _block(len(blocks) + 1, kind, part, source)
        blocks.append(check_block(block, name, settings))
        for origin in part.origins:
            kept[origin] |= origin != NOWHERE
    return assemble(
        decoded,
        "markdown",
        blocks,
        removed=_unseen(decoded.text, kept, source, _labels(tokens)),
        notes=_notes(tokens),
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - importing this package stays light
    from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin)
    return parser.disable("text_join")  # keeps entities and escapes apart from the text around


def _dashed(text: str) -> str:
    """Return the text with front matter in TOML, between plus signs, as the parser knows it.

    All that follows stands where it stood.
    """
    found = _TOML.match(text)
    if found is None:
        return text
    blank = _NOT_BREAK.sub(" ", text[: found.end()])
    return f"---{blank[3:-3]}---{text[found.end() :]}"


def _parts(tokens: list[Token], source: MarkdownSource) -> Iterator[Shown]:
    """Yield the text of each block, in order."""
    for kind, seen in _shown(tokens, source):
        end = _ATTRIBUTES.search(seen.text)
        shown = seen.cut(0, end.start() if end else len(seen.text))
        for part in [shown] if kind == "cell" else shown.paragraphs():
            if _WORD_CHARACTER.search(part.text) and max(part.origins) != NOWHERE:
                yield kind, part


def _shown(tokens: list[Token], source: MarkdownSource) -> Iterator[Shown]:
    """Yield what each paragraph, heading, row and HTML block shows."""
    containers: list[str] = []
    cells: list[Token] = []
    for token in tokens:
        if token.type == "html_block":
            yield "paragraph", _html(token, source)
        elif token.type == "inline" and "tr_open" in containers:
            cells.append(token)
        elif token.type == "inline":
            yield _kind(containers), _inline(token, source)
        elif token.type == "tr_close":
            yield "cell", _row(cells, source)
            cells = []
        if token.nesting > 0:
            containers.append(token.type)
        elif token.nesting < 0:
            containers.pop()


def _kind(containers: list[str]) -> BlockKind:
    kinds = (_KINDS[name] for name in reversed(containers) if name in _KINDS)
    return next(kinds, "paragraph")


def _inline(token: Token, source: MarkdownSource) -> Visible:
    first, end = token.map or (0, 0)
    origins = source.locate(token.content, first)
    if origins is None:
        return source.raw(first, end)
    seen = visible(token.children or [], token.content, origins)
    return seen or Visible(token.content, origins)


def _row(cells: list[Token], source: MarkdownSource) -> Visible:
    """Return the cells of a table row with a tab between them, or the row as it stands."""
    texts: list[str] = []
    origins: list[int] = []
    line, after = (cells[0].map or (0, 0))[0], 0
    for cell in cells:
        places = source.locate_cell(cell.content, line, after)
        seen = None if places is None else visible(cell.children or [], cell.content, places)
        if places is None or seen is None:
            return source.raw(line, line + 1)
        texts.append(seen.text)
        origins += [*seen.origins, NOWHERE]
        after = places[-1] + 1 if places else after
    return Visible("\t".join(texts), origins[:-1])


def _html(token: Token, source: MarkdownSource) -> Visible:
    """Return the text between the tags of an HTML block."""
    content = token.content.rstrip("\n")
    origins = source.locate(content, (token.map or (0, 0))[0])
    if origins is None or _NOT_SHOWN.match(content):
        return _NOTHING
    content = _PROGRAM.sub(lambda program: _NOT_BREAK.sub(" ", program[0]), content)
    children = _parser().parseInline(content)[0].children
    return visible(children or [], content, origins) or _NOTHING


def _block(number: int, kind: BlockKind, part: Visible, source: MarkdownSource) -> Block:
    start, end = part.span()
    place = Place(line=source.line_number(start), start=start, length=end - start)
    return Block(id=f"b{number}", kind=kind, text=part.text, place=place)


def _labels(tokens: list[Token]) -> dict[int, str]:
    """Return what the lines of front matter and code are, by their index."""
    return {
        line: _NO_WRITING[token.type]
        for token in tokens
        if token.type in _NO_WRITING and token.map is not None
        for line in range(*token.map)
    }


def _unseen(
    text: str, kept: bytearray, source: MarkdownSource, labels: dict[int, str]
) -> Iterator[Passage]:
    """Yield, line by line, each run with letters of which nothing was kept."""
    for line in re.finditer("[^\n]+", text):
        for gap in re.finditer(b"\\x00+", kept[line.start() : line.end()]):
            start, end = line.start() + gap.start(), line.start() + gap.end()
            if any(map(str.isalpha, text[start:end])):
                label = labels.get(source.line_number(start) - 1, MARKUP)
                yield furniture(text, start, end, label)


def _notes(tokens: list[Token]) -> list[str]:
    count = sum(token.type in _CODE for token in tokens)
    return [f"code blocks left out: {count}"] if count else []
