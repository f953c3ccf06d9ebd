"""The options that stand before the verb: all that the window needs to know of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tracker.errors import NotUnderstoodError
from tracker.services.start import StartOptions

if TYPE_CHECKING:
    from datetime import datetime

PROGRAM = "chemo-tracker"


class Parser(argparse.ArgumentParser):
    """Says in one sentence what was not understood, and leaves the leaving to others."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            NotUnderstoodError: Always.
        """
        said = message[:1].upper() + message[1:300].replace("\n", " ")
        raise NotUnderstoodError(
            f"{said}; nothing was done; “{self.prog} --help” shows how it is written."
        )


def window_options(argv: Sequence[str]) -> StartOptions | None:
    """Return the options where nothing else is asked for; None where there is more to read.

    The verbs are not loaded for this: they stand between the start and the first paint.

    Raises:
        NotUnderstoodError: Not understood.
    """
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    add_options(parser)
    found, more = parser.parse_known_args(argv)
    return None if more else options_of(found)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let the parser know the options."""
    parser.add_argument("--diary", type=Path, metavar="FILE")
    parser.add_argument("--person", metavar="NAME")
    parser.add_argument("--now", metavar="MOMENT", help="the clock for this run")
    parser.add_argument("--json", action="store_true", help="machine output")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    parser.add_argument("--data-dir", type=Path, metavar="DIR")
    parser.add_argument("--sample", action="store_true", help="an invented person's diary")


def options_of(found: argparse.Namespace) -> StartOptions:
    """Return what the parser found, checked.

    Raises:
        NotUnderstoodError: The clock cannot be read.
    """
    return StartOptions(
        diary=found.diary,
        person=found.person,
        now=None if found.now is None else _clock(found.now),
        as_json=found.json,
        passphrase_file=found.passphrase_file,
        data_folder=found.data_dir,
        sample=found.sample,
    )


def _clock(text: str) -> "datetime":
    from tracker.cli.typed import clock  # noqa: PLC0415 - needed for this option alone

    return clock(text)
