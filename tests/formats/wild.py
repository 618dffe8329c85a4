"""TMX as it is met in the wild, odd or damaged: what each file is, and what is to come of it."""

from __future__ import annotations

import codecs
from typing import NamedTuple

__all__ = ["WILD", "Wild", "tmx", "tu"]

YES, NO = ("نعم", "Yes"), ("لا", "No")
HEADER = '<header srclang="ar"/>'


class Wild(NamedTuple):
    """A file, and the texts, the losses (kind, times, first line) and the errors it leads to.

    ``strict`` is what is said when it is read strictly, empty when it is read just so; ``refused``
    is what is said in any case.
    """

    name: str
    what: str
    content: bytes
    units: tuple[tuple[str, str], ...] = (YES,)
    losses: tuple[tuple[str, int, int], ...] = ()
    strict: str = ""
    refused: str = ""


def tuv(lang: str, seg: str) -> str:
    return f'<tuv xml:lang="{lang}"><seg>{seg}</seg></tuv>'


def tu(ar: str = YES[0], en: str = YES[1], before: str = "", attributes: str = "") -> str:
    return f"<tu{attributes}>{before}{tuv('ar', ar)}{tuv('en', en)}</tu>"


def tmx(*units: str, start: str = '<tmx version="1.4">', header: str = HEADER) -> bytes:
    """Return a file that has its first unit in line 3, and each in a line of its own."""
    body = "\n".join(units or [tu()])
    return f"{start}\n{header}<body>\n{body}\n</body></tmx>\n".encode()


def named(encoding: str, *units: str) -> bytes:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    return tmx(*units, start=f'{declaration}<tmx version="1.4">')


def recoded(encoding: str, content: bytes, mark: bytes = b"") -> bytes:
    return mark + content.decode().encode(encoding)


WHOLE, OTHER = tu(), tu(*NO)
ENCODED = [
    Wild("utf-8-mark", "a byte-order mark of UTF-8", codecs.BOM_UTF8 + tmx()),
    Wild(
        "utf-16-le",
        "UTF-16, little end first, with its mark",
        recoded("utf-16-le", named("UTF-16"), codecs.BOM_UTF16_LE),
    ),
    Wild(
        "utf-16-be",
        "UTF-16, big end first, with its mark",
        recoded("utf-16-be", named("UTF-16"), codecs.BOM_UTF16_BE),
    ),
    Wild("utf-16-no-mark", "UTF-16 without a mark", recoded("utf-16-le", named("UTF-16LE"))),
    Wild("utf-16-be-no-mark", "UTF-16 without a mark", recoded("utf-16-be", tmx())),
    Wild(
        "utf-16-says-8",
        "UTF-16 that says it is UTF-8",
        recoded("utf-16-le", named("UTF-8"), codecs.BOM_UTF16_LE),
    ),
    Wild("utf-8-says-16", "UTF-8 that says it is UTF-16", named("UTF-16")),
    Wild("utf-32", "UTF-32 with its mark", recoded("utf-32-le", tmx(), codecs.BOM_UTF32_LE)),
    Wild("utf-32-no-mark", "UTF-32 without a mark", recoded("utf-32-be", named("UTF-32"))),
    Wild("windows-1256", "windows-1256, as it says", recoded("cp1256", named("windows-1256"))),
    Wild("iso-8859-6", "ISO-8859-6, as it says", recoded("iso8859_6", named("ISO-8859-6"))),
    Wild("says-windows", "UTF-8 that says it is windows-1256", named("windows-1256")),
    Wild("says-utf-7", "UTF-8 that says it is UTF-7", named("utf-7")),
    Wild(
        "says-utf-8",
        "windows-1256 that says it is UTF-8",
        recoded("cp1256", named("UTF-8")),
        losses=(("encoding", 1, 0),),
        strict=r"is not UTF-8; try --set read.encoding=windows-1256",
    ),
    Wild(
        "says-nothing",
        "windows-1256 that says nothing",
        recoded("cp1256", tmx()),
        losses=(("encoding", 1, 0),),
        strict=r"is not UTF-8; try --set read.encoding=windows-1256",
    ),
    Wild(
        "unknown-encoding",
        "an encoding nobody knows, and not UTF-8",
        recoded("cp1256", named("x-mac-mars")),
        refused="encoding that is not known, 'x-mac-mars'; save it as UTF-8",
    ),
    Wild(
        "some-bytes",
        "UTF-8 with two bytes in it that are none, and a cut character elsewhere",
        tmx(tu(en="Y\ue000es"), tu("لا", "N\ue000o\ue000")).replace("\ue000".encode(), b"\xff"),
        units=(("نعم", "Y\ufffdes"), ("لا", "N\ufffdo\ufffd")),
        losses=(("bytes", 3, 3),),
    ),
    Wild(
        "half-surrogate",
        "UTF-16 with half of a surrogate pair",
        tmx(tu(en="Y\ue000es")).decode().encode("utf-16-le").replace(b"\0\xe0", b"\0\xd8"),
        units=(("نعم", "Y\ufffdes"),),
        losses=(("bytes", 1, 3),),
    ),
]
SHAPES = [
    Wild("plain", "nothing odd", tmx(WHOLE, OTHER), units=(YES, NO)),
    Wild(
        "version-1.1",
        "TMX 1.1: lang for xml:lang, codes with underscores, capitals",
        tmx(
            tu().replace('xml:lang="ar"', 'lang="AR_SA"').replace('xml:lang="en"', 'lang="en_US"'),
            start='<!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1">',
        ),
    ),
    Wild("version-1.2", "TMX 1.2", tmx(start='<tmx version="1.2">')),
    Wild("version-1.4b", "a version that is none", tmx(start='<tmx version="1.4b">')),
    Wild("no-version", "no version", tmx(start="<tmx>")),
    Wild("blank-first", "blank lines before the declaration", b"\n\n" + named("UTF-8")),
    Wild(
        "xml-1.1",
        "XML 1.1, which allows references to controls",
        tmx(tu(en="Y&#x1;es"), start='<?xml version="1.1"?><tmx>'),
        losses=(("character", 1, 3),),
    ),
    Wild(
        "dtd-by-url",
        "a DTD by its address, which is not fetched",
        tmx(start='<!DOCTYPE tmx SYSTEM "http://www.lisa.org/tmx/tmx14.dtd"><tmx>'),
    ),
    Wild(
        "dtd-public",
        "a DTD by its public name",
        tmx(start='<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD//EN" "tmx14.dtd"><tmx>'),
    ),
    Wild("namespace", "a namespace", tmx(start='<tmx xmlns="http://www.lisa.org/tmx14">')),
    Wild(
        "prefix",
        "a namespace with a prefix",
        tmx(start='<tmx xmlns:t="http://www.lisa.org/tmx14">')
        .replace(b"</", b"</t:")
        .replace(b"<t", b"<t:t")
        .replace(b"<t:t:", b"<t:")
        .replace(b"<seg", b"<t:seg")
        .replace(b"<body", b"<t:body")
        .replace(b"<header", b"<t:header"),
    ),
    Wild("no-header", "no header", tmx(header="")),
    Wild("no-srclang", "a header that says no language", tmx(header="<header/>")),
    Wild(
        "header-props",
        "a header with props and notes",
        tmx(header='<header srclang="ar"><note>by me</note><prop type="x-a">b</prop></header>'),
        losses=(("property", 2, 2),),
    ),
    Wild(
        "header-entity",
        "a header with a bare & in it",
        tmx(header='<header srclang="en"><note>R&D</note></header>'),
        units=(("Yes", "نعم"),),
        losses=(("property", 1, 2),),
        strict="line 2: ",
    ),
    Wild("turned", "from English", tmx(header='<header srclang="en-US"/>'), (("Yes", "نعم"),)),
    Wild(
        "turned-units",
        "a unit from English in a file from Arabic",
        tmx(WHOLE, tu(*NO, attributes=' srclang="en"')),
        units=(YES, ("No", "لا")),
    ),
    Wild("any-source", "from any language", tmx(header='<header srclang="*all*"/>')),
    Wild(
        "many-languages",
        "a unit in four languages",
        tmx(tu(before=tuv("fr", "Oui") + tuv("de", "Ja"))),
        losses=(("language", 2, 3),),
    ),
    Wild(
        "two-regions",
        "two Arabic texts, of which the plain one is taken",
        tmx(tu(before=tuv("ar-EG", "أيوه"))),
        losses=(("language", 1, 3),),
    ),
    Wild(
        "one-language",
        "a unit without a translation",
        tmx(f"<tu>{tuv('ar', 'نعم')}</tu>", OTHER),
        units=(NO,),
        losses=(("unit", 1, 3),),
        strict="line 3: the target of a unit is empty",
    ),
    Wild(
        "no-language",
        "a text without a language",
        tmx(tu().replace(' xml:lang="en"', ""), OTHER),
        units=(NO,),
        losses=(("unit", 1, 3),),
        strict="line 3: a text without xml:lang",
    ),
    Wild(
        "empty-unit",
        "a unit without anything",
        tmx("<tu/>", OTHER, '<tu tuid="a>b"/>'),
        units=(NO,),
        losses=(("unit", 2, 3),),
        strict="line 3: the source of a unit is empty",
    ),
    Wild("no-units", "no units", tmx("<!-- -->"), units=()),
    Wild("no-body", "a body that is closed at once", b"<tmx><header/><body/></tmx>", units=()),
    Wild("one-tag", "nothing but its outermost element", b"<tmx/>", units=()),
    Wild("carriage-returns", "lines that end with CR LF", tmx().replace(b"\n", b"\r\n")),
    Wild("tag-spaces", "white space in tags", tmx().replace(b"</tu>", b"</tu\n >")),
    Wild(
        "comments",
        "comments, one of them with a unit in it, and literal text",
        tmx(
            f"<!-- {tu('x', 'y')} -->",
            tu(en="Y<!-- </tu> -->es"),
            "<?tool do?>",
            tu("لا", "<![CDATA[<b>No</tu>]]>"),
        ),
        units=(YES, ("لا", "<b>No</tu>")),
    ),
    Wild(
        "xinclude",
        "an XInclude, which is not followed",
        tmx('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>', WHOLE),
        losses=(("markup", 1, 3),),
    ),
    Wild(
        "two-bodies",
        "a second body",
        tmx(WHOLE, "</body><body>", OTHER),
        units=(YES, NO),
        losses=(("markup", 1, 4),),
    ),
    Wild(
        "grouped",
        "units in a group, which TMX does not know",
        tmx("<group>", WHOLE, OTHER, "</group>"),
        units=(YES, NO),
        losses=(("unit", 1, 3), ("tail", 1, 6)),
        strict="line 3: Opening and ending tag mismatch: group and body",
    ),
    Wild(
        "stray-text",
        "text and elements between units",
        tmx(f"{WHOLE} and then", "<extra/>", OTHER),
        units=(YES, NO),
        losses=(("text", 1, 3), ("markup", 1, 4)),
    ),
    Wild(
        "codes",
        "inline codes, one with text of its own in it, and highlighted text",
        tmx(
            tu("<hi>نعم</hi>", '<bpt i="1">&lt;b></bpt>Yes<ept i="1">&lt;/b></ept>'),
            tu("لا<ut>{}</ut>", 'N<it pos="begin"/>o <ph>alt="<sub>none</sub>"</ph>'),
        ),
        units=(YES, NO),
        losses=(("markup", 1, 3), ("code", 6, 3)),
    ),
    Wild(
        "sides-props",
        "props, notes and dates of one side",
        tmx(
            tu()
            .replace("<seg>", '<note>a</note><prop type="x">b</prop><seg>', 1)
            .replace("<tuv", '<tuv creationdate="20261121T210000Z"', 1)
        ),
        losses=(("property", 3, 3),),
    ),
    Wild(
        "tool-attributes",
        "attributes of a unit that are no props of it",
        tmx(tu(attributes=' datatype="html" o-tmf="ABC"')),
        losses=(("property", 2, 3),),
    ),
]
TAIL = "line 4: "
DAMAGED = [
    Wild(
        "controls",
        "characters that no XML may hold",
        tmx(tu("ن\x1fعم", "Y\x00es\ufffe"), OTHER),
        units=(YES, NO),
        losses=(("character", 3, 3),),
    ),
    Wild(
        "control-references",
        "references to such characters, and to none at all",
        tmx(WHOLE, tu("&#x1F;لا&#xD83D;", "N&#8;o&#x110000;&#99999999999999999999;")),
        units=(YES, NO),
        losses=(("character", 5, 4),),
    ),
    Wild(
        "control-in-header",
        "a control in the header",
        tmx(header='<header srclang="en" o-tmf="\x02"/>'),
        units=(("Yes", "نعم"),),
        losses=(("character", 1, 2),),
    ),
    Wild(
        "bare-ampersand",
        "a bare & in a unit",
        tmx(WHOLE, tu("ر & د", "R & D"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "html-entity",
        "an entity of HTML",
        tmx(WHOLE, tu("نعم", "Yes&nbsp;sir"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: Entity 'nbsp' not defined",
    ),
    Wild(
        "bare-less-than",
        "a bare < in a unit",
        tmx(WHOLE, tu("أ", "a < b"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "unclosed-seg",
        "a seg that is not closed",
        tmx(WHOLE, tu("لا", "No").replace("No</seg>", "No"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: Opening and ending tag mismatch",
    ),
    Wild(
        "unclosed-unit",
        "a unit that is not closed",
        tmx(WHOLE, tu("س", "q").removesuffix("</tu>"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "unopened-unit",
        "a unit without its start tag",
        tmx(WHOLE, tu("س", "q").removeprefix("<tu>"), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "unopened-comment",
        "a comment that is begun and not ended",
        tmx(WHOLE, tu("س", "q<!-- "), OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "damage-between",
        "damage between two units",
        tmx(WHOLE, "<<<<<<< mine", OTHER),
        units=(YES, NO),
        losses=(("unit", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "double-attribute",
        "an attribute twice",
        tmx(tu("س", "q", attributes=' tuid="1" tuid="2"'), WHOLE),
        losses=(("unit", 1, 3),),
        strict="line 3: Attribute tuid redefined",
    ),
    Wild(
        "cut-in-text",
        "a file cut off in a text",
        tmx(WHOLE, OTHER).partition("لا".encode())[0],
        losses=(("tail", 1, 4),),
        strict="line 4: Premature end of data",
    ),
    Wild(
        "cut-in-character",
        "a file cut off in a character",
        tmx(WHOLE, OTHER).partition("لا".encode())[0] + b"\xd9",
        losses=(("tail", 1, 4),),
        strict="line 4: ",
    ),
    Wild(
        "cut-behind-unit",
        "a file cut off behind a unit",
        tmx(WHOLE).partition(b"</tu>")[0] + b"</tu>",
        losses=(("tail", 1, 3),),
        strict="line 3: Premature end of data",
    ),
    Wild(
        "cut-in-header",
        "a file cut off in its header",
        tmx().partition(b'="ar')[0],
        units=(),
        losses=(("tail", 1, 2),),
        strict="line 2: ",
    ),
    Wild(
        "cut-in-tag",
        "a file cut off in its first tag",
        b"<tmx",
        units=(),
        losses=(("tail", 1, 1),),
        strict="line 1: ",
    ),
    Wild(
        "cut-utf-16",
        "UTF-16 cut off in a character",
        recoded("utf-16-le", tmx(WHOLE), codecs.BOM_UTF16_LE) + b"<",
        losses=(("tail", 1, 5),),
        strict="line 5: Extra content at the end of the document",
    ),
    Wild(
        "unclosed-at-end",
        "a last unit that is not closed in a file that is",
        tmx(WHOLE, "<tu><tuv>"),
        losses=(("tail", 1, 5),),
        strict="line 5: ",
    ),
    Wild(
        "garbage-behind",
        "bytes behind the end",
        tmx() + b"\nnot so\n",
        losses=(("tail", 1, 6),),
        strict="line 6: Extra content at the end of the document",
    ),
    Wild(
        "zeros-behind",
        "zeros behind the end, as a broken disk leaves them",
        tmx() + bytes(64),
        losses=(("character", 64, 5),),
    ),
    Wild(
        "two-files",
        "two files one behind the other",
        tmx(WHOLE) + tmx(OTHER),
        losses=(("tail", 1, 4),),
        strict="line 4: something stands behind the end",
    ),
]
ENTITIES = "line 1: declares an entity"
REFUSED = [
    Wild(
        "entity",
        "an entity of its own",
        tmx(tu(en="&e;"), start='<!DOCTYPE tmx [<!ENTITY e "Yes">]><tmx>'),
        refused=ENTITIES,
    ),
    Wild(
        "external-entity",
        "an entity that is another file",
        tmx(tu(en="&e;"), start='<!DOCTYPE tmx [<!ENTITY e SYSTEM "/etc/passwd">]><tmx>'),
        refused=ENTITIES,
    ),
    Wild(
        "parameter-entity",
        "a parameter entity that is a page of the web",
        tmx(start='<!DOCTYPE tmx [<!ENTITY % e SYSTEM "http://example.org/e.dtd"> %e;]><tmx>'),
        refused=ENTITIES,
    ),
    Wild("empty", "nothing at all", b"", refused="holds nothing but white space"),
    Wild("blank", "white space", b" \n\n", refused="holds nothing but white space"),
    Wild("archive", "a ZIP archive", b"PK\x03\x04\x14\0", refused=r"archive.*name it \.tmx\.zip"),
    Wild("packed", "gzip", b"\x1f\x8b\x08\0", refused=r"gzip.*name it \.tmx\.gz"),
    Wild("binary", "a program", b"\x7fELF\2\1\1\0\0\0", refused="is not text"),
    Wild("plain-text", "plain text", b"Yes = No\n", refused="is not TMX; XML begins with <"),
    Wild("html", "HTML", b"<!DOCTYPE html><html><p>Yes<br></html>", refused="another kind, <html>"),
    Wild("other-xml", "XLIFF", b'<xliff version="1.2"/>', refused="another kind, <xliff>"),
]
WILD = [*ENCODED, *SHAPES, *DAMAGED, *REFUSED]
