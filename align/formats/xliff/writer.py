"""XLIFF 1.2: the files that CAT tools translate, as a memory.

What is no text stands in the contexts of a unit, see `align.formats.props`, where the strict schema
wants what it has no name for; flags are notes too. A unit that is doubtful needs review.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from align.formats.flags import tidy_flags
from align.formats.markup import TOOL
from align.formats.props import props_of
from align.formats.xliff.names import PRIORITIES, token_of
from align.formats.xliff.writing import NO_DOCUMENT, Run, RunWriter, is_doubtful
from align.text.tidy import tidy
from align.version import version

if TYPE_CHECKING:
    from align.model import Flag, TranslationUnit

__all__ = ["XliffWriter"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
UNIT = """\
      <trans-unit id="{number}" resname={name} xml:space="preserve">
        <source xml:lang="{source_lang}">{source}</source>
        <target xml:lang="{target_lang}" state="{state}">{target}</target>
        <context-group purpose="information">
{contexts}        </context-group>
{notes}      </trans-unit>
"""


class XliffWriter(RunWriter):
    """Writes a ``<file>`` for each run of units of one document, language pair and direction."""

    @cached_property
    def _version(self) -> str:
        return quoteattr(version())

    def _head(self, _: Run) -> str:
        return f'<xliff xmlns="{NAMESPACE}" version="1.2">\n'

    def _run_start(self, run: Run) -> str:
        return f"""\
  <file original={quoteattr(run.document)} source-language="{run.source_lang}" \
target-language="{run.target_lang}" datatype="plaintext" tool-id="{TOOL}"{self._date()}>
    <header>
      <tool tool-id="{TOOL}" tool-name="{TOOL}" tool-version={self._version}/>
    </header>
    <body>
"""

    def _run_end(self) -> str:
        return "    </body>\n  </file>\n"

    def _empty(self) -> str:
        return self._run_start(Run(NO_DOCUMENT, *self._settings.langs)) + self._run_end()

    def _date(self) -> str:
        """Return the attribute for a date like 20261121T210000Z, or nothing."""
        date = self._settings.date
        if date is None:
            return ""
        day, time = date[:8], date[9:15]
        return f' date="{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"'

    def _unit(self, unit: TranslationUnit, source: str, target: str) -> str:
        doubtful = is_doubtful(unit, self._settings)
        return UNIT.format(
            number=self._units,
            name=quoteattr(tidy(unit.id)),
            source_lang=unit.source_lang,
            target_lang=unit.target_lang,
            state="needs-review-translation" if doubtful else "translated",
            source=escape(source),
            target=escape(target),
            contexts="".join(_context(name, text) for name, text in props_of(unit)),
            notes="".join(map(_note, tidy_flags(unit))),
        )


def _context(name: str, text: str) -> str:
    kind = quoteattr(token_of(name))
    return f"          <context context-type={kind}>{escape(text)}</context>\n"


def _note(flag: Flag) -> str:
    side = flag.side or "general"
    return (
        f'        <note from="{TOOL}" annotates="{side}" priority="{PRIORITIES[flag.severity]}">'
        f"{escape(flag.message or flag.id)}</note>\n"
    )
