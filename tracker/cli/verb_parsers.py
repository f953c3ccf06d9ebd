"""How each verb is added to the command line: one line about it, and an example to copy."""

import argparse
from typing import TYPE_CHECKING

from tracker.cli.options import Parser, program_name
from tracker.domain.wording import at_start

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse names it in no other way


def add_verb(verbs: "Verbs", name: str, says: str, *examples: str) -> Parser:
    """Return a new parser whose help says what the verb does and shows how it is typed.

    Args:
        verbs: Where it is added.
        name: The verb, or the step or kind that stands behind one.
        says: What it does, in a few words.
        examples: What can be typed, without the name of the program.
    """
    shown = "\n".join(f"  {program_name()} {each}" for each in examples)
    return verbs.add_parser(
        name,
        help=says,
        description=f"{at_start(says)}.",
        epilog=f"for example:\n{shown}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_note(parser: argparse.ArgumentParser) -> None:
    """Let a parser know the note, which never stands on the command line itself."""
    parser.add_argument(
        "--note", metavar="-", help="add a note, read from standard input: write --note -"
    )
