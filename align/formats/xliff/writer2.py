"""XLIFF 2.1: one pair of languages, with what is no text in the metadata of a unit.

The names there are those of `align.formats.props`; flags are notes too. A segment is translated, or
initial when it is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from align.errors import OutputError
from align.formats.flags import tidy_flags
from align.formats.markup import TOOL
from align.formats.props import props_of
from align.formats.xliff.names import CATEGORY, DOUBTFUL, PRIORITIES
from align.formats.xliff.writing import Run, RunWriter, is_doubtful
from align.text.scripts import direction
from align.text.tidy import tidy

if TYPE_CHECKING:
    from align.model import Flag, TranslationUnit

__all__ = ["Xliff2Writer"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1 too
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
UNIT = """\
    <unit id="{number}" name={name}>
      <mda:metadata>
        <mda:metaGroup category="{tool}">
{props}        </mda:metaGroup>
      </mda:metadata>
{notes}      <segment {state}>
        <source>{source}</source>
        <target>{target}</target>
      </segment>
    </unit>
"""


class Xliff2Writer(RunWriter):
    """Writes a ``<file>`` for each run of units of one document.

    The languages are those of the first unit, and must be those of all: the standard wants them
    named once, for the whole file.
    """

    _langs: tuple[str, str] | None = None

    def _start_run(self, run: Run) -> None:
        langs = run.source_lang, run.target_lang
        if self._langs is not None and self._langs != langs:
            known = "-".join(self._langs)
            fact = f"{'-'.join(langs)} does not go with {known} in one file of XLIFF 2.1"
            raise OutputError(str(self._path), fact, "write XLIFF 1.2 (.xlf), or a file for each")
        self._langs = langs
        super()._start_run(run)

    def _head(self, run: Run) -> str:
        return f"""\
<xliff xmlns="{NAMESPACE}" xmlns:mda="{METADATA}" version="2.1" \
srcLang="{run.source_lang}" trgLang="{run.target_lang}">
"""

    def _run_start(self, run: Run) -> str:
        source, target = direction(run.source_lang), direction(run.target_lang)
        return f"""\
  <file id="f{self._files}" original={quoteattr(run.document)} \
srcDir="{source}" trgDir="{target}" xml:space="preserve">
"""

    def _run_end(self) -> str:
        return "  </file>\n"

    def _empty(self) -> str:
        return '  <file id="f1">\n    <group id="g1"/>\n  </file>\n'

    def _unit(self, unit: TranslationUnit, source: str, target: str) -> str:
        doubtful = is_doubtful(unit, self._settings)
        notes = "".join(map(_note, tidy_flags(unit)))
        return UNIT.format(
            number=self._units,
            name=quoteattr(tidy(unit.id)),
            tool=TOOL,
            props="".join(_meta(name, text) for name, text in props_of(unit)),
            notes=f"      <notes>\n{notes}      </notes>\n" if notes else "",
            state=f'state="initial" subState="{DOUBTFUL}"' if doubtful else 'state="translated"',
            source=escape(source),
            target=escape(target),
        )


def _meta(name: str, text: str) -> str:
    return f"          <mda:meta type={quoteattr(name)}>{escape(text)}</mda:meta>\n"


def _note(flag: Flag) -> str:
    side = f' appliesTo="{flag.side}"' if flag.side else ""
    priority = PRIORITIES[flag.severity]
    return (
        f'        <note category="{CATEGORY}{flag.severity}" priority="{priority}"{side}>'
        f"{escape(flag.message or flag.id)}</note>\n"
    )
