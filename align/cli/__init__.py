"""The command ``align``: one file a command, loaded when asked for; nothing else prints."""

from __future__ import annotations

import signal
import sys
import threading
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from align.cli.progress import one_line
from align.errors import AlignError

if TYPE_CHECKING:
    from types import FrameType

__all__ = ["main"]

COMMANDS = {
    "run": "align.cli.run:run",
    "lines": "align.cli.lines:lines",
    "eval": "align.cli.eval:evaluate",
    "inspect": "align.cli.inspect:inspect",
    "score": "align.cli.score:score",
    "convert": "align.cli.convert:convert",
    "merge": "align.cli.merge:merge",
    "check": "align.cli.check:check",
}
INTERRUPTED = 130
TERMINATED = 143
BUG = 1
SOON = 0.01  # seconds


class _Commands(click.Group):
    """A group that imports a command's module only when the command is looked at."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  align run my-folder/   and open output/report.html",
)
@click.version_option(package_name="align", message="align %(version)s")
def cli() -> None:
    """Turn Arabic-English texts into translation memories (TMX, TEI).

    Exit codes: 0 ok, 1 a bug, 2 bad usage, 3 some documents failed, 4 nothing could be read,
    5 cannot write, 7 an optional library is missing, 8 a worker process or service was
    lost, 9 findings at error level with --strict, 130 interrupted, 143 terminated.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    _use_utf8()
    signal.signal(signal.SIGTERM, _end)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored
        signal.signal(signal.SIGINT, _interrupt)
    sys.exit(_exit_code(sys.argv[1:] if arguments is None else arguments))


def _exit_code(arguments: list[str]) -> int:
    try:
        result: Any = cli.main(arguments, prog_name="align", standalone_mode=False)
    except AlignError as error:
        if "--traceback" in arguments:
            traceback.print_exc()
        click.echo(f"align: error: {one_line(str(error))}", err=True)
        return error.exit_code
    except click.ClickException as error:
        _show(error, arguments)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        kept = "; documents already done are kept" if arguments[:1] == ["run"] else ""
        click.echo(f"align: interrupted{kept}", err=True)
        return INTERRUPTED
    except SystemExit as end:
        # Click ends with 1 when the reader of our output, say `head`, has seen enough.
        return TERMINATED if end.code == TERMINATED else 0
    except Exception:  # noqa: BLE001  the last resort: a bug is shown whole, never swallowed
        traceback.print_exc()
        click.echo("align: this is a bug in align; please report it with the lines above", err=True)
        return BUG
    return result if isinstance(result, int) else 0


def _end(number: int, frame: FrameType | None) -> None:
    """End the program as Ctrl-C does: workers stopped, nothing half-written."""
    if not _postponed(number, frame):
        sys.exit(TERMINATED)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Interrupt the program."""
    if not _postponed(number, frame):
        raise KeyboardInterrupt


def _postponed(number: int, frame: FrameType | None) -> bool:
    """Say whether this is no time for an exception, and if so send the signal once more.

    Compiled code that hands over a named tuple runs its constructor, which has no file, and an
    exception in there crashes the interpreter; the same holds inside numba.
    """
    names = []
    while frame is not None:
        names.append(frame.f_code.co_filename)
        frame = frame.f_back
    if not names or not (names[0].startswith("<") or any("numba" in name for name in names)):
        return False
    threading.Timer(SOON, signal.raise_signal, (number,)).start()
    return True


def _show(error: click.ClickException, arguments: list[str]) -> None:
    """Tell a misuse in one line, unless help is what was asked for by saying nothing."""
    if not arguments:
        error.show()
        return
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "align"
    message = one_line(error.format_message()).rstrip(".")
    click.echo(f"align: error: {message}; see {command} -h", err=True)


def _use_utf8() -> None:
    """Write UTF-8 with plain line feeds on every system, whatever the console's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
