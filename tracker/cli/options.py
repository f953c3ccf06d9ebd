"""The options that stand before the verb: all that the window needs to know of the command line."""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tracker.errors import NotUnderstoodError
from tracker.services.start import StartOptions

if TYPE_CHECKING:
    from datetime import datetime

PROGRAM = "chemo-tracker"


def program_name() -> str:
    """Return how this program was started, so that what we tell to type works as it stands."""
    return "python3 main.py" if Path(sys.argv[0]).name == "main.py" else PROGRAM


class Parser(argparse.ArgumentParser):
    """Says in one sentence what was not understood, and leaves the leaving to others.

    Attributes:
        more: Gives what stands below the help and is looked up for it alone.
    """

    more: Callable[[], str] | None = None

    def format_help(self) -> str:
        """Return the help, with what is looked up for it."""
        said = super().format_help()
        return said if self.more is None else f"{said}\n{self.more()}"

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            NotUnderstoodError: Always.
        """
        said = message[:1].upper() + message[1:300].replace("\n", " ")
        raise NotUnderstoodError(
            f"{said}; nothing was done; “{self.prog} --help” shows how it is written."
        )


def named_place(text: str) -> Path:
    """Return the path of a file or folder that was typed.

    Raises:
        ArgumentTypeError: Nothing was typed, or more than a name can hold.
    """
    if not text:
        raise argparse.ArgumentTypeError("no name is there")
    try:
        os.lstat(text)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise argparse.ArgumentTypeError("this name is too long") from None
    return Path(text)


def named_file(text: str) -> Path:
    """Return the path of a file that was typed.

    Raises:
        ArgumentTypeError: No name of a file: nothing, too long, or a folder such as the one here.
    """
    path = named_place(text)
    if not path.name:
        raise argparse.ArgumentTypeError("this is a folder; name a file")
    return path


def window_options(argv: Sequence[str]) -> StartOptions | None:
    """Return the options where nothing else is asked for; None where there is more to read.

    The verbs are not loaded for this: they stand between the start and the first paint.

    Raises:
        NotUnderstoodError: Not understood.
    """
    parser = Parser(prog=program_name(), add_help=False, allow_abbrev=False)
    add_options(parser)
    found, more = parser.parse_known_args(argv)
    return None if more else options_of(found)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let the parser know the options."""
    add = parser.add_argument
    add("--diary", type=named_file, metavar="FILE", help="the diary; without it, your own")
    add("--person", metavar="NAME", help="whose entries, where a diary holds several people")
    add(
        "--now",
        metavar="MOMENT",
        help="the clock for this run: a day like 2026-05-04, or a moment with its offset from UTC "
        "like 2026-05-04T10:00+02:00",
    )
    add("--json", action="store_true", help="the answer as JSON, for scripts")
    add(
        "--passphrase-file",
        type=named_file,
        metavar="FILE",
        help="holds the passphrase of an encrypted diary; init and import make one with it",
    )
    add(
        "--data-dir",
        type=named_place,
        metavar="DIR",
        help="where your own diary and the settings are; without it, the system's place for them",
    )
    add(
        "--sample",
        action="store_true",
        help="the diary of an invented person; nothing of it is kept",
    )


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
