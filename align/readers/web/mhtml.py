"""MHTML: a page saved by a browser in one file, as a message of its parts (RFC 2557)."""

from __future__ import annotations

import hashlib
import re
from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING

from align.errors import EmptyError, LimitError, MalformedError
from align.readers.web.charset import page_text
from align.readers.web.html import document_of, whole

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

_HOLDER = re.compile(rb"boundary=|message/", re.I)  # what each part that holds parts has
# Pictures and the like are most of such a file, and are not looked at.
_PICTURE = re.compile(
    rb"(content-type:\s*(?:image|font|audio|video)/(?:[^\r\n]+\r?\n)+\r?\n)"
    rb"(?:[A-Za-z0-9+/=]{1,100}\r?\n)+",
    re.I,
)


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read the page of a saved web page; its pictures and frames are not looked at."""
    data = whole(path, name, settings)
    sha256 = hashlib.sha256(data).hexdigest()
    data = _PICTURE.sub(rb"\1", data)
    if sum(1 for _ in _HOLDER.finditer(data)) > settings.max_nesting:
        fact = f"has more than {settings.max_nesting} parts that hold parts"
        raise LimitError(name, fact, "raise it with --set read.max_nesting=N")
    part = _page(BytesParser(policy=compat32).parsebytes(data), name)
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        raise EmptyError(name, "holds no text")
    page = page_text(content, name, settings, told=str(part.get_param("charset", "")))
    return document_of(page, name, settings, ("mhtml", sha256))


def _page(message: Message, name: str) -> Message:
    """Return the part that is the page: the first that is HTML."""
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
    hint = "save the page anew, as HTML or MHTML"
    raise MalformedError(name, "is no saved web page: no part of it is HTML", hint)
