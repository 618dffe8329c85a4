"""Furniture of web pages by structure, on made pages in the manner of different sites."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers import read as read_as_users_do
from align.readers.web import html
from tests.readers.web_pages import SITES, made

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from align.model import Document

LEAST_REMOVED = 0.95  # share of the lines of furniture
MOST_LOST = 0.005  # share of the real sentences


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def read(folder: Path, data: bytes, *, furniture: bool = True) -> Document:
    path = folder / "page.html"
    path.write_bytes(data)
    return html.read(path, path.name, ReadSettings(furniture=furniture))


def kept(document: Document) -> str:
    return normal("\n".join(block.text for block in document.blocks))


def without(text: str, sentences: Iterable[str]) -> str:
    """Return a text without what is real in it, so that "Home" is found as a menu only."""
    for sentence in sorted(map(normal, sentences), key=len, reverse=True):
        text = text.replace(sentence, " ")
    return text


def labels(document: Document) -> dict[str, str]:
    return {passage.text: passage.label for passage in document.removed}


def test_there_are_pages_of_more_than_ten_sites() -> None:
    assert len(SITES) > 10


def test_furniture_is_removed_and_real_sentences_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    real = lost = furniture = left = 0
    for site in SITES:
        page = made(site)
        path.write_bytes(page.data)
        text = kept(read_as_users_do(path, path.name, ReadSettings()))
        rest = without(text, page.real)
        real += len(page.real)
        lost += sum(normal(sentence) not in text for sentence in page.real)
        furniture += len(page.furniture)
        left += sum(
            bool(re.search(rf"(?<!\w){re.escape(normal(line))}(?!\w)", rest))
            for line in page.furniture
        )
    assert lost <= MOST_LOST * real
    assert furniture - left >= LEAST_REMOVED * furniture


@pytest.mark.parametrize("site", SITES)
def test_every_line_of_a_page_is_kept_or_listed(tmp_path: Path, site: str) -> None:
    page = made(site)
    found = read(tmp_path, page.data)
    text = normal(found.text)
    assert [line for line in [*page.real, *page.furniture] if normal(line) not in text] == []
    assert all(passage.label for passage in found.removed)


def test_furniture_stays_where_that_is_asked_for(tmp_path: Path) -> None:
    found = read(tmp_path, made("news-arabic").data, furniture=False)
    assert "اتصل بنا" in kept(found)


def test_page_of_menus_alone_is_kept_whole_and_says_so(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{at}">Chapter {at}</a></li>' for at in range(9))
    found = read(tmp_path, f"<html><body><ul class=menu>{links}</ul></body></html>".encode())
    assert len(found.blocks) == 9
    assert "menus and links" in found.notes[0]


LONG = "This sentence is certainly long enough that nobody takes it for a button or a menu. " * 3


def test_heading_of_what_is_left_out_goes_with_it(tmp_path: Path) -> None:
    body = f"<h2>The story</h2><p>{LONG}</p><h2>See also</h2><ul class=related><li>Other</ul>"
    found = read(tmp_path, f"<html><body>{body}</body></html>".encode())
    assert [block.text for block in found.blocks] == ["The story", LONG.strip()]
    assert labels(found)["See also"] == "related articles"


def test_tab_of_the_other_language_is_text_though_the_page_hides_it(tmp_path: Path) -> None:
    body = f'<div class="tab-pane">{LONG}</div><div class="tab-pane" style="display: none">نص</div>'
    found = read(tmp_path, f"<html><body>{body}</body></html>".encode())
    assert [block.text for block in found.blocks] == [LONG.strip(), "نص"]


def test_wrapper_named_after_a_sidebar_is_no_sidebar(tmp_path: Path) -> None:
    body = f'<div class="content-sidebar-wrap"><h1>Title</h1><p>{LONG}</p></div>'
    found = read(tmp_path, f'<html><body class="nav-open">{body}</body></html>'.encode())
    assert [block.text for block in found.blocks] == ["Title", LONG.strip()]


def test_box_goes_by_its_heading_and_a_section_of_the_text_stays(tmp_path: Path) -> None:
    box = "<div><h3>Most read</h3><p>Ferry</p><p>Museum</p></div>"
    section = f"<div><h2>Discussion</h2><p>{LONG}</p></div>"
    body = f"<p>{LONG * 4}</p>{box}{section}<p>{LONG * 2}</p>"
    found = read(tmp_path, f"<html><body>{body}</body></html>".encode())
    assert {*labels(found)} == {"Most read", "Ferry", "Museum"}
    assert "Discussion" in [block.text for block in found.blocks]


def test_title_of_the_second_rank_keeps_the_author_under_it(tmp_path: Path) -> None:
    head = "<div>Weather 31</div><h2>Title</h2><div><b>Huda Salem</b></div>"
    body = f"{head}<div><p>{LONG}</p><p>{LONG}</p></div>"
    found = read(tmp_path, f"<html><body>{body}</body></html>".encode())
    assert [block.text for block in found.blocks][:2] == ["Title", "Huda Salem"]


def test_notice_at_the_end_is_no_part_of_the_text(tmp_path: Path) -> None:
    notice = (
        "© 2024 The Mill. All rights reserved. The Mill may earn a portion of what you buy here."
    )
    end = f"<div><a href=/a>Help</a><p>{notice}</p></div>"
    body = f"<div><h1>Title</h1><p>{LONG}</p><p>{LONG}</p></div>{end}"
    found = read(tmp_path, f"<html><body>{body}</body></html>".encode())
    assert [block.text for block in found.blocks] == ["Title", LONG.strip(), LONG.strip()]


@pytest.mark.parametrize(
    ("furniture", "label"),
    [
        ('<nav><a href="/">Home</a></nav>', "navigation"),
        ('<div class="social-share">Home</div>', "share buttons"),
        ('<div id="cookieConsent">Home</div>', "cookie notice"),
        ('<div role="contentinfo">Home</div>', "page footer"),
        ("<footer>Home</footer>", "page footer"),
        ('<p hidden="">Home</p>', "hidden"),
        ("<button>Home</button>", "form"),
        ("<pre><code>Home</code></pre>", "code"),
        ('<ul class="tag-cloud"><li>Home</li></ul>', "tags"),
    ],
)
def test_what_is_left_out_is_listed_by_what_it_is(
    tmp_path: Path, furniture: str, label: str
) -> None:
    found = read(tmp_path, f"<html><body><p>{LONG}</p>{furniture}</body></html>".encode())
    assert labels(found) == {"Home": label}
