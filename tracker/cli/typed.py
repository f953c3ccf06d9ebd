"""Reads what stands on the command line and on standard input."""

import sys
from contextlib import suppress
from datetime import date, datetime, time
from re import fullmatch
from select import select

from tracker.domain.entry_checks import LONGEST_TEXT
from tracker.errors import NotUnderstoodError

_DAY = r"\d{4}-\d{2}-\d{2}"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_NOON = time(12)
_A_MOMENT = "2026-05-04T10:00+02:00"
_SECONDS_FOR_OPTIONAL_TEXT = 0.2


def day(text: str) -> date:
    """Return a day typed like 2026-05-04.

    Raises:
        NotUnderstoodError: Not in the calendar, or a year that cannot be meant.
    """
    try:
        read = date.fromisoformat(text) if _is_day(text) else None
    except ValueError:
        read = None
    if read is None:
        raise NotUnderstoodError(
            f"“{_shown(text)}” is not a day; nothing was done; type it like 2026-05-04."
        )
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise NotUnderstoodError(
            f"The year {text[:4]} cannot be right; nothing was done; type a day like 2026-05-04."
        )
    return read


def moment(text: str) -> datetime:
    """Return a moment typed like 2026-05-04T10:00+02:00.

    Raises:
        NotUnderstoodError: Not a moment, or one without its offset; says what is missing.
    """
    try:
        read = datetime.fromisoformat(text) if text.isascii() and "T" in text else None
    except ValueError:
        read = None
    if read is None or not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        what = "a day without its time" if _is_day(text) else "not a moment"
        raise _no_moment(text, f"is {what}")
    offset = read.utcoffset()
    if offset is None:
        raise _no_moment(text, "lacks its offset from UTC", f"type it like {_with_offset(read)}")
    if offset.total_seconds() % 60:
        raise _no_moment(text, "has an offset that is not of whole minutes")
    return read


def clock(text: str) -> datetime:
    """Return the moment that --now names; a day alone means noon on this computer's clock.

    Raises:
        NotUnderstoodError: Neither a day nor a moment with its offset.
    """
    if _is_day(text):
        return datetime.combine(day(text), _NOON).astimezone()
    if "T" in text:
        return moment(text)
    raise NotUnderstoodError(
        f"“{_shown(text)}” is neither a day nor a moment; nothing was done; "
        f"type it like 2026-05-04 or like {_A_MOMENT}."
    )


def _is_day(text: str) -> bool:
    return fullmatch(_DAY, text) is not None and text.isascii()


def _with_offset(moment: datetime) -> str:
    """Return what was probably meant: the same time on this computer's clock."""
    with suppress(OverflowError, OSError, ValueError):  # the ends of the calendar
        return moment.astimezone().isoformat(timespec="minutes")
    return _A_MOMENT


def _no_moment(
    text: str, problem: str, way_out: str = f"type it like {_A_MOMENT}"
) -> NotUnderstoodError:
    return NotUnderstoodError(f"“{_shown(text)}” {problem}; nothing was done; {way_out}.")


def whole_number(text: str, what: str) -> int:
    """Return a whole number of at least 1.

    Raises:
        NotUnderstoodError: Not such a number.
    """
    if fullmatch(r"[0-9]{1,4}", text) is None or int(text) == 0:
        raise NotUnderstoodError(
            f"“{_shown(text)}” is not a number of a {what}; nothing was done; count from 1."
        )
    return int(text)


def text_from_stdin() -> str:
    """Return the free text on standard input; empty where there is none.

    Raises:
        NotUnderstoodError: Not UTF-8, or far too long.
    """
    if sys.stdin is None:
        return ""
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:
        return sys.stdin.read().strip()
    try:
        text: str = raw.read(LONGEST_TEXT * 8).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotUnderstoodError(
            "The text on standard input is not UTF-8; nothing was saved; save it as UTF-8."
        ) from None
    return text.strip()


def optional_text_from_stdin() -> str | None:
    """Return the free text on standard input where somebody sends some; None otherwise."""
    if sys.stdin is None or sys.stdin.isatty():
        return None
    try:
        waiting = select([sys.stdin], [], [], _SECONDS_FOR_OPTIONAL_TEXT)[0]
    except (OSError, ValueError):  # no file behind it, or a system that cannot ask
        return text_from_stdin() or None
    return (text_from_stdin() or None) if waiting else None


def note(argument: str | None) -> str | None:
    """Return the note that `--note -` asks for.

    Raises:
        NotUnderstoodError: The note stands on the command line, where other programs can see it.
    """
    if argument is None:
        return None
    if argument != "-":
        raise NotUnderstoodError(
            "A note comes from standard input, so that no other program sees it; nothing was "
            "saved; write --note - and send the text."
        )
    return text_from_stdin() or None


def _shown(text: str) -> str:
    return (text if text.isprintable() else ascii(text))[:60]
