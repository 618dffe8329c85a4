"""Presentations (.pptx), slide after slide, the notes of each behind it.

See ECMA-376, Office Open XML, PresentationML. Parts are read one by one, so pictures and films,
which most of a file is, are never in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import MalformedError
from align.office.packages import Package
from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.word.flow import Flow
from align.readers.word.pptx_places import Places, placeholder, shapes_in, text_of
from align.readers.word.pptx_shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml import etree

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

OFF = {"0", "false"}


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a PPTX: footers, slide numbers, comments, words of the master are left out, listed."""
    draft = Draft(name, settings)
    with opened(path, name, settings.max_bytes) as file:
        sha256 = sha256_of(file)
        slides = _Slides(Package(file, settings, name, "PPTX"), draft)
        slides.read()
    return draft.document("pptx", sha256)


class _Slides:
    """The slides of a presentation, told to a draft.

    A part that several refer to, as only hostile files do of slides, is told once.
    """

    def __init__(self, package: Package, draft: Draft) -> None:
        self._package = package
        self._draft = draft
        self._flow = Flow(draft)
        self._told: set[str] = set()
        self._places: dict[str, Places] = {}  # by layout

    def read(self) -> None:
        main = self._package.main
        paths = self._package.by_id(main)
        listed = self._package.tree(main).iterfind("{*}sldIdLst/{*}sldId")
        for number, slide in enumerate(listed, 1):
            keys = [str(text) for name, text in slide.items() if str(name).endswith("}id")]
            if not keys or keys[0] not in paths:
                raise MalformedError(self._package.name, f"its slide {number} is not there")
            for path in self._untold([paths[keys[0]]]):
                self._read_slide(path, number)
        self._flow.finish()

    def _untold(self, paths: Iterable[str]) -> Iterator[str]:
        for path in paths:
            if path not in self._told:
                self._told.add(path)
                yield path

    def _read_slide(self, path: str, number: int) -> None:
        root = self._package.tree(path)
        shapes = Shapes(self._flow, self._places_for(path), self._diagrams(path))
        shapes.tell(root)
        for kind in sorted(shapes.unread):
            self._draft.note(f"slide {number} has {kind}, whose words are not read")
        if root.get("show") in OFF:
            self._draft.note(f"slide {number} is hidden: read like the others")
        self._read_notes(path)
        self._list_comments(path)

    def _places_for(self, slide: str) -> Places:
        """Return where the layout of a slide and its master have their placeholders."""
        layout = next(self._package.related(slide, "slideLayout"), "")
        if layout not in self._places:
            masters = [*self._package.related(layout, "slideMaster")][:1] if layout else []
            below = [self._package.tree(path) for path in (layout, *masters) if path]
            for path, root in zip((layout, *masters), below, strict=False):
                self._list_own(path, root)
            self._places[layout] = Places(below)
        return self._places[layout]

    def _list_own(self, path: str, root: etree._Element) -> None:
        """List the words of a master itself; those in its placeholders are shown nowhere."""
        for _ in self._untold([path]):
            for shape in shapes_in(root):
                if placeholder(shape) is None:
                    self._draft.leave_out(text_of(shape), "slide master")

    def _read_notes(self, slide: str) -> None:
        for path in self._untold(self._package.related(slide, "notesSlide")):
            self._flow.open("note")
            Shapes(self._flow, Places([]), {}).tell(self._package.tree(path))
            self._flow.close()

    def _list_comments(self, slide: str) -> None:
        for path in self._untold(self._package.related(slide, "comments")):
            for comment in self._package.tree(path).iterfind(".//{*}cm"):
                text = comment.findtext("{*}text") or text_of(comment)
                self._draft.leave_out(text, "comment")

    def _diagrams(self, slide: str) -> dict[str, etree._Element]:
        """Return the diagrams that a slide shows, by the id it calls them."""
        data = {*self._untold(self._package.related(slide, "diagramData"))}
        ids = self._package.by_id(slide)
        return {key: self._package.tree(path) for key, path in ids.items() if path in data}
