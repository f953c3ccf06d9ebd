"""Days and moments in words, the weekday always with them, whatever the computer's own language."""

from datetime import date, datetime

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date) -> str:
    """Return a day like "Tue 12 May 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """Return a moment like "Tue 12 May 2026, 18:30", by the clock it was written with."""
    return f"{day_in_words(moment.date())}, {moment:%H:%M}"
