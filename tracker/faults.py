"""What may be said of a fault of the program: its kind and its place, never a value."""

import sys
import threading
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def place_of(error: BaseException) -> str:
    """Return kind and place of a fault; never its message, which may hold a health value."""
    frames = extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


def hide_values() -> None:
    """Have faults that Python itself reports, in threads and in dying objects, name no value."""
    threading.excepthook = _of_a_thread
    sys.unraisablehook = _of_a_dying_object


def report(error: BaseException) -> None:
    """Name the place of a fault on standard error, for a report."""
    sys.stderr.write(f"A fault of the program: {place_of(error)}\n")


def _of_a_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        report(told.exc_value)


def _of_a_dying_object(told: "UnraisableHookArgs") -> None:
    if told.exc_value is not None:
        report(told.exc_value)
