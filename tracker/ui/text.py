"""Dates, times and distances in the words of the window: the weekday with every date."""

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the first paint needs words and no dates
    from datetime import date, datetime

NBSP = "\u00a0"

_OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_NEVER_A_TAG = "<\u200b"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS_SHORT = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("text", text)


def long_day(day: "date") -> str:
    """Return for example "Wednesday 27 May"; the day and its month never part at a line end."""
    return f"{_tr(_WEEKDAYS[day.weekday()])} {day.day}{NBSP}{_tr(_MONTHS[day.month - 1])}"


def long_day_with_year(day: "date") -> str:
    """Return for example "Wednesday 27 May 2026"."""
    return f"{long_day(day)}{NBSP}{day.year}"


def short_day(day: "date") -> str:
    """Return for example "Tue 9 Jun", never broken at a line end."""
    month = _tr(_MONTHS_SHORT[day.month - 1])
    return f"{_tr(_WEEKDAYS_SHORT[day.weekday()])}{NBSP}{day.day}{NBSP}{month}"


def month_and_year(day: "date") -> str:
    """Return for example "May 2026"."""
    return f"{_tr(_MONTHS[day.month - 1])}{NBSP}{day.year}"


def month_short(month: int) -> str:
    """Return the short name of a month, 1 to 12."""
    return _tr(_MONTHS_SHORT[month - 1])


def weekday_short(weekday: int) -> str:
    """Return the short name of a weekday, 0 is Monday."""
    return _tr(_WEEKDAYS_SHORT[weekday])


def distance(day: "date", today: "date") -> str:
    """Return how far a day is: "today", "tomorrow", "in 13 days", "10 days ago"."""
    days = (day - today).days
    near = {0: _tr("today"), 1: _tr("tomorrow"), -1: _tr("yesterday")}
    if days in near:
        return near[days]
    if days > 0:
        return _tr("in {n} days").format(n=days)
    return _tr("{n} days ago").format(n=-days)


def clock_time(moment: "datetime") -> str:
    """Return for example "9:40" in the moment's own zone, 24-hour."""
    return f"{moment.hour}:{moment.minute:02d}"


def whole(text: str) -> str:
    """Return the text with spaces that never break, for phone numbers and results."""
    return text.replace(" ", NBSP)


def without_overrides(text: str) -> str:
    """Return the text without marks that force a direction on what follows.

    A name or note that holds one could turn round the number or word printed next to it. Letters
    that run from right to left, and their own light marks, stay.
    """
    if text.isascii():
        return text
    return "".join(letter for letter in text if bidirectional(letter) not in _OVERRIDES)


def tool_tip(text: str) -> str:
    """Return a text for `setToolTip`, which Qt would read as markup where it looks like some."""
    return without_overrides(text).replace("<", _NEVER_A_TAG)
