"""The page of ``align inspect --html``: both sides of a file as read, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.inspecting import rows_of
from align.report.page.frame import framed
from align.report.page.markup import (
    Element,
    cell,
    element,
    more,
    number,
    path,
    plural,
    row_heading,
    section,
    table,
    tag,
    words,
)
from align.text.names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.inspecting import Inspection, Row
    from align.model import Bitext, Block, Passage

__all__ = ["render"]

STYLES = ("report.css", "inspection.css")
MOST_ROWS = 5_000  # of a bitext, and of a list: browsers grow slow beyond
CELL_MARK = " | "
ALL_OF_THEM = "what align inspect --json prints"


def render(inspection: Inspection, version: str) -> bytes:
    """Return the page as a complete HTML document."""
    bitexts = inspection.split.bitexts
    made = [
        *(_bitext(bitext, inspection, place) for place, bitext in enumerate(bitexts, 1)),
        _only(inspection),
        _list("alone", "Not aligned", inspection.alone, inspection),
        _list("left-out", "Left out", inspection.left_out, inspection),
        _list("repaired", "Repaired", inspection.repairs, inspection),
    ]
    sections = [part for part in made if part is not None]
    name = inspection.document.source.path
    body = [
        element("a", "Skip to the text", href="#main", class_="skip"),
        element(
            "header",
            element("p", "What was read", class_="eyebrow"),
            element("h1", path(name)),
            element("nav", element("ul", *map(_link, sections)), aria_label="Contents"),
        ),
        element("main", _facts(inspection), *sections, id="main"),
        element("footer", element("p", f"align {version}")),
    ]
    return framed(f"{name}: what was read", body, STYLES)


def _link(target: Element) -> Element:
    link = element("a", target[0].text or "", href=f"#{target.get('id')}")
    return element("li", link)


def _facts(inspection: Inspection) -> Element:
    document = inspection.document
    source = document.source
    facts = [
        ("Read as", f"{source.format}, {source.encoding}"),
        ("Blocks", number(len(document.blocks))),
        ("Letters", number(sum(map(str.isalpha, document.text)))),
        *(("Layout", _layout(bitext, inspection)) for bitext in inspection.split.bitexts),
        ("Left out", _counted(inspection.left_out)),
        ("Repaired", _counted(inspection.repairs)),
        *(("Note", note) for note in document.notes),
    ]
    if inspection.split.monolingual:
        name = language_name(inspection.split.monolingual)
        facts.append(("Layout", f"one language, {name}: nothing to align"))
    shown = [part for what, fact in facts if fact for part in (_term(what), _definition(fact))]
    return element("section", element("dl", *shown, class_="facts"), aria_label="Facts")


def _term(text: str) -> Element:
    return element("dt", text)


def _definition(text: str) -> Element:
    return element("dd", element("bdi", text, dir="ltr"))


def _layout(bitext: Bitext, inspection: Inspection) -> str:
    sides = (
        f"{plural(len(side.blocks), 'block')} and "
        f"{plural(sum(len(inspection.segments[block.id]) for block in side.blocks), 'segment')} "
        f"of {language_name(side.lang)}"
        for side in (bitext.source, bitext.target)
    )
    return f"{bitext.layout}: {', '.join(sides)}"


def _counted(passages: Sequence[Passage]) -> str:
    counts = Counter(passage.label or passage.reason for passage in passages)
    return ", ".join(f"{number(count)} × {what}" for what, count in counts.most_common())


def _bitext(bitext: Bitext, inspection: Inspection, place: int) -> Element:
    """Return both sides of a bitext in two columns, row by row where the layout has rows."""
    rows = list(rows_of(bitext))
    flow = "" if bitext.anchors else "flow"
    listed = [_row(row, bitext, inspection, flow) for row in rows[:MOST_ROWS]]
    title = "Both sides" if len(inspection.split.bitexts) == 1 else f"Both sides, part {place}"
    return section(
        f"bitext-{place}",
        title,
        element("ol", *listed, class_="rows"),
        *more(len(listed), len(rows), "rows", ALL_OF_THEM),
    )


def _only(inspection: Inspection) -> Element | None:
    """Return the text of a document that has one language only, or nothing."""
    blocks, lang = inspection.only, inspection.split.monolingual or ""
    if not blocks:
        return None
    listed = [_block(block, lang, inspection) for block in blocks[:MOST_ROWS]]
    rest = more(len(listed), len(blocks), "blocks", ALL_OF_THEM)
    return section("text", language_name(lang), *listed, *rest)


def _row(row: Row, bitext: Bitext, inspection: Inspection, flow: str) -> Element:
    sides = ((bitext.source.lang, row.source), (bitext.target.lang, row.target))
    columns = [
        element("div", *(_block(block, lang, inspection) for block in blocks[:MOST_ROWS]))
        for lang, blocks in sides
    ]
    return element("li", *columns, **({"class_": flow} if flow else {}))


def _block(block: Block, lang: str, inspection: Inspection) -> Element:
    """Return a block with its segments told apart."""
    label = f"{block.id} {block.kind}" + (f" {_clock(block)}" if block.time else "")
    return element(
        "div",
        element("span", label, class_="id"),
        words("p", lang, *_segments(block, inspection), class_="text"),
        class_=f"block {block.kind}",
    )


def _segments(block: Block, inspection: Inspection) -> Iterator[Element | str]:
    done = 0
    for one in inspection.segments[block.id]:
        if done < one.start:
            yield _cells(block.text[done : one.start])
        yield element("span", _cells(one.text), class_="segment")
        done = one.end


def _cells(text: str) -> str:
    """Return a text with the tabs between the cells of a row to be seen."""
    return text.replace("\t", CELL_MARK)


def _clock(block: Block) -> str:
    """Return when a subtitle is shown, as 0:01:02.5–0:01:04.0."""
    return "–".join(
        f"{int(at) // 3600}:{int(at) // 60 % 60:02}:{at % 60:04.1f}" for at in block.time or ()
    )


def _list(
    key: str, title: str, passages: Sequence[Passage], inspection: Inspection
) -> Element | None:
    if not passages:
        return None
    rows = [
        [
            row_heading(passage.label or passage.reason.replace("-", " ")),
            cell(*_texts(passage)),
            cell(f"line {inspection.line_of(passage)}"),
        ]
        for passage in passages[:MOST_ROWS]
    ]
    made = table(title, ["What", "Text", "Where"], rows)
    return section(key, title, made, *more(len(rows), len(passages), "passages", ALL_OF_THEM))


def _texts(passage: Passage) -> list[Element]:
    """Return a passage; after a repair as it was and as it is now."""
    if not passage.instead:
        return [tag(passage.lang), words("p", passage.lang, passage.text, class_="words")]
    return [
        element("p", element("del", passage.text, dir="auto"), class_="words"),
        element("p", element("ins", passage.instead, dir="auto"), class_="words"),
    ]
