"""What can go wrong, and the exit code each failure ends the command with.

::

    AlignError                      1
    ├── UsageError                  2   a flag, setting, name or path that cannot be
    │   ├── ConfigError                 a setting with a value it cannot have
    │   └── UnknownNameError            a format, aligner, encoder … that is not known
    ├── ReadError                   4   one document could not be read (3 beside good ones)
    │   ├── EmptyError                  nothing in the file
    │   ├── BinaryError                 not text: NUL bytes or control characters
    │   ├── EncodingError               no known encoding makes sense of the bytes
    │   ├── MalformedError              the file breaks the rules of its format
    │   └── LimitError                  larger than a named limit
    ├── NothingToReadError          4   no document at all was found
    ├── OutputError                 5   a file or folder could not be written
    ├── MissingExtraError           7   an optional library is not installed
    ├── WorkerError                 8   a worker process or a service is lost
    └── AccountingError             1   text would have been lost: a bug, reported as one

Every class says where it happened, what happened and what to do next; all survive pickling.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "AccountingError",
    "AlignError",
    "BinaryError",
    "ConfigError",
    "EmptyError",
    "EncodingError",
    "LimitError",
    "MalformedError",
    "MissingExtraError",
    "NothingToReadError",
    "OutputError",
    "ReadError",
    "UnknownNameError",
    "UsageError",
    "WorkerError",
]


class AlignError(Exception):
    """The base of every error this package raises: ``where: what; next_step``."""

    exit_code: ClassVar[int] = 1

    def __init__(self, where: str, what: str, next_step: str = "") -> None:
        """Keep the three parts of the message: the place, the fact, the way out."""
        super().__init__(where, what, next_step)
        self.where = where
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        """Return the message as one line."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}; {self.next_step}" if self.next_step else text


class UsageError(AlignError):
    """The command was asked for something that cannot be."""

    exit_code = 2


class ConfigError(UsageError):
    """A setting has a value it cannot have."""


class UnknownNameError(UsageError):
    """A name (format, aligner, encoder …) is not known; the message lists those that are."""


class ReadError(AlignError):
    """One document could not be read."""

    exit_code = 4


class EmptyError(ReadError):
    """The file holds no text."""


class BinaryError(ReadError):
    """The file is not text."""


class EncodingError(ReadError):
    """No known character encoding makes sense of the bytes."""


class MalformedError(ReadError):
    """The file breaks the rules of its own format."""


class LimitError(ReadError):
    """The file is larger than a named limit allows."""


class NothingToReadError(AlignError):
    """No document was found to read."""

    exit_code = 4


class OutputError(AlignError):
    """A file or folder could not be written."""

    exit_code = 5


class MissingExtraError(AlignError):
    """An optional library is not installed."""

    exit_code = 7


class WorkerError(AlignError):
    """A worker process, or the service of an encoder, was lost."""

    exit_code = 8


class AccountingError(AlignError):
    """Text of the input would be neither in a unit nor listed: a bug in this program."""
