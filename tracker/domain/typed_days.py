"""Days and times of day in the forms in which people type them."""

import re
from dataclasses import dataclass
from datetime import date, time

from tracker.errors import NotUnderstoodError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?\s?m\.?)?", re.ASCII | re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})", re.ASCII)
_YEAR_DIGITS, _HALF_A_DAY, _MINUTES, _HOURS = 4, 12, 60, 24


def read_time(typed: str) -> time:
    """Return a time of day as typed: 9:30, 9.30, 14, 8:30 pm or 8 a.m.

    Raises:
        NotUnderstoodError: Not a time of day.
    """
    found = _TIME.fullmatch(typed.strip())
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").lower()
        if hour == _HALF_A_DAY and half == "a":
            hour = 0
        elif hour < _HALF_A_DAY and half == "p":
            hour += _HALF_A_DAY
        if hour < _HOURS and minute < _MINUTES and not (half == "a" and hour > _HALF_A_DAY):
            return time(hour, minute)
    raise NotUnderstoodError(
        f"“{typed.strip()[:20]}” is not a time like 9:30 or 2:30 pm; nothing was saved."
    )


def month_number(typed: str) -> int | None:
    """Return the month that a name means, short or long; None for anything else."""
    name = typed.strip().rstrip(".").lower()
    for number, (short, full) in enumerate(zip(_MONTHS, _FULL_MONTHS, strict=True), start=1):
        if len(name) >= len(short) and full.startswith(name):
            return number
    return None


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A whole date that was typed in one piece.

    Attributes:
        readings: Every day it can mean; two where day and month cannot be told apart.
    """

    readings: tuple[date, ...]


def read_day(typed: str) -> TypedDay | None:
    """Return what a date typed in one piece means; None where it is none, or no day.

    A year has four digits. Points stand between day, month and year; between strokes and hyphens
    the month may come first.
    """
    numbers = _NUMBERS.fullmatch(typed.strip())
    readings = _named(typed) if numbers is None else _numbered(numbers)
    days = tuple(dict.fromkeys(day for day in readings if day is not None))
    return TypedDay(days) if days else None


def _numbered(found: re.Match[str]) -> tuple[date | None, ...]:
    first, sign, second, last = found.groups()
    if len(first) == _YEAR_DIGITS:
        return (_day(first, second, last),)
    if len(last) != _YEAR_DIGITS:
        return ()
    day_first, month_first = _day(last, second, first), _day(last, first, second)
    return (day_first,) if sign == "." else (day_first, month_first)


def _named(typed: str) -> tuple[date | None, ...]:
    """Return the day of "3 April 2026", "April 3, 2026" or "3rd of Apr 2026"."""
    words = re.sub(r"[,.\s]+", " ", typed.lower()).replace(" of ", " ").split()
    words = [re.sub(r"(?<=\d)(st|nd|rd|th)$", "", word) for word in words]
    names = [word for word in words if month_number(word) is not None]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    if len(words) != len(names) + len(numbers) or (len(names), len(numbers)) != (1, 2):
        return ()
    year = next((each for each in reversed(numbers) if len(each) == _YEAR_DIGITS), None)
    if year is None:
        return ()
    numbers.remove(year)
    return (_day(year, str(month_number(names[0])), numbers[0]),)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
