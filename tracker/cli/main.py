"""The command line: one verb, its answer on standard output, and an exit code."""

import os
import sys
from collections.abc import Sequence

from tracker.cli.options import window_options
from tracker.errors import TrackerError
from tracker.faults import hide_values, place_of

_BUG = 1


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code.

    0 done, 2 not understood, 3 the diary cannot be opened, 4 not saved; 1 a fault of the program;
    130 stopped by hand.
    """
    _speak_utf8()
    try:
        code = _do(argv)
        sys.stdout.flush()
    except TrackerError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has gone; the verb itself was done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ImportError:
        raise  # a missing system library: the caller names it
    except Exception as error:  # noqa: BLE001 - the one place that turns a bug into a sentence
        print(_bug(error), file=sys.stderr)
        return _BUG
    return code


def _do(argv: Sequence[str]) -> int:
    for_window = window_options(argv)
    if for_window is not None:
        # Qt is loaded for the window alone.
        from tracker.app import run_window  # noqa: PLC0415

        return run_window(for_window)
    from tracker.cli.arguments import parse  # noqa: PLC0415 - the window comes without

    options, found = parse(argv)
    hide_values()
    from tracker.cli.verbs import do  # noqa: PLC0415 - --help and errors answer at once

    do(options, found)
    return 0


def _speak_utf8() -> None:
    """Write UTF-8 to other programs, whatever the system's encoding; a terminal keeps its own."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _bug(error: Exception) -> str:
    """Return a sentence that names the place and never a value."""
    return (
        f"The program has a fault ({place_of(error)}); what was saved before is safe; please "
        "report this line."
    )
