"""Days and moments in words, the weekday always with them, whatever the computer's own language.

`strftime` would name days and months in that language, in the middle of an English sentence.
"""

from datetime import date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LETTERS = 3


def day_in_words(day: date) -> str:
    """Return a day like "Tue 12 May 2026"."""
    return f"{short_weekday(day)} {day.day} {MONTHS[day.month - 1][:_LETTERS]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """Return a moment like "Tue 12 May 2026, 18:30", by the clock it was written with."""
    return f"{day_in_words(moment.date())}, {moment:%H:%M}"


def short_weekday(day: date) -> str:
    """Return the weekday of a day like "Tue"."""
    return WEEKDAYS[day.weekday()][:_LETTERS]


def month_in_words(day: date) -> str:
    """Return the month of a day like "May 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"
