"""A text with everything that a word processor knows, as a flat OpenDocument file.

LibreOffice makes the files of other formats of it. See OASIS, OpenDocument 1.3.
"""

from __future__ import annotations

__all__ = ["RICH", "flat_odt"]

_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_WHO = (
    "<office:change-info><dc:creator>Salma</dc:creator><dc:date>2026-11-20T10:00:00</dc:date>"
    "</office:change-info>"
)
_STYLES = """
<office:styles>
 <style:default-style style:family="paragraph"><style:text-properties fo:language="en"
  fo:country="GB" style:language-complex="hi" style:country-complex="IN"/></style:default-style>
 <style:style style:name="Standard" style:family="paragraph"/>
 <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
 <style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading"/>
 <style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
 <style:style style:name="Quotations" style:family="paragraph"
  style:parent-style-name="Standard"/>
</office:styles>
<office:automatic-styles>
 <style:style style:name="Arabic" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties style:writing-mode="rl-tb"/><style:text-properties
  style:language-complex="ar" style:country-complex="EG"/></style:style>
 <style:style style:name="T1" style:family="text">
  <style:text-properties text:display="none"/></style:style>
 <style:style style:name="T2" style:family="text">
  <style:text-properties fo:language="fr" fo:country="FR"/></style:style>
 <style:page-layout style:name="pm1"><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
 <style:header><text:p>Head of the page</text:p></style:header>
 <style:footer><text:p>Foot of the page, <text:page-number>1</text:page-number></text:p>
 </style:footer>
</style:master-page></office:master-styles>
"""
RICH = f"""
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion>{_WHO}
 <text:p>taken away</text:p></text:deletion></text:changed-region>
 <text:changed-region text:id="ct2"><text:insertion>{_WHO}</text:insertion>
 </text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">The Ferry and the Moon</text:p>
<text:h text:outline-level="1">الفصل الأول</text:h>
<text:p text:style-name="Arabic">عبر الملّاح النهر ليلا.</text:p>
<text:p>The boatman<text:note text:note-class="footnote" text:id="n1"><text:note-citation>1
 </text:note-citation><text:note-body><text:p>He had no name.</text:p><text:p>Nobody asked.</text:p>
 </text:note-body></text:note> crossed<text:s text:c="3"/>the river <text:change-start
 text:change-id="ct2"/>slowly<text:change-end text:change-id="ct2"/><text:change
 text:change-id="ct1"/> at<text:line-break/>night<text:span text:style-name="T1"> unseen</text:span
 >.<office:annotation><text:p>Is it a river?</text:p></office:annotation><text:note
 text:note-class="endnote" text:id="n2"><text:note-citation>i</text:note-citation><text:note-body>
 <text:p>After a tale.</text:p></text:note-body></text:note></text:p>
<text:p text:style-name="Quotations">Row, said the moon.</text:p>
<text:p><text:span text:style-name="T2">Rame, dit la lune au vieux passeur.</text:span></text:p>
<text:list><text:list-item><text:p>One oar</text:p></text:list-item>
 <text:list-item><text:p>Two oars</text:p><text:list><text:list-item><text:p>A spare oar</text:p>
 </text:list-item></text:list></text:list-item></text:list>
<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
 <table:table-row><table:table-cell><text:p>نهر</text:p></table:table-cell>
  <table:table-cell><text:p>river<text:note text:note-class="footnote" text:id="n3">
  <text:note-citation>2</text:note-citation><text:note-body><text:p>Or stream.</text:p>
  </text:note-body></text:note></text:p><text:p>flood</text:p></table:table-cell></table:table-row>
 <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>across both</text:p>
  </table:table-cell><table:covered-table-cell/></table:table-row>
 <table:table-row><table:table-cell><text:p>قمر</text:p></table:table-cell>
  <table:table-cell><table:table table:name="N"><table:table-column/><table:table-row>
  <table:table-cell><text:p>moon</text:p></table:table-cell></table:table-row></table:table>
  <text:p>lune</text:p></table:table-cell></table:table-row>
</table:table>
<text:p text:style-name="Caption">Table 1: words of the story</text:p>
<text:p>Beside <draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm">
 <draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>the box.</text:p>
"""


def flat_odt(body: str) -> str:
    """Return a flat ODT (.fodt), which LibreOffice opens, with our styles and this body."""
    kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"'
    content = f"{_STYLES}<office:body><office:text>{body}</office:text></office:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}\n<office:document {kind} {_NAMESPACES}>{content}</office:document>"
