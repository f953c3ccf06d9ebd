"""Days, values and lists as the report writes them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from tracker.domain.course import Reason
from tracker.domain.measurements import Temperature, TemperatureUnit
from tracker.domain.people import FeverCard
from tracker.domain.spoken_dates import MONTHS, short_weekday
from tracker.domain.wording import at_start
from tracker.report.content import More

_REASONS = {
    Reason.LOW_COUNTS: "low counts",
    Reason.INFECTION: "infection",
    Reason.OTHER_SIDE_EFFECT: "another side effect",
    Reason.HOLIDAY: "holiday",
    Reason.HEART_RESULT: "heart result",
    Reason.CLINIC_CLOSED: "clinic closed",
    Reason.OWN_CHOICE: "own choice",
    Reason.OTHER: "another reason",
}
MOST_ITEMS = 6
_SECONDS_PER_MINUTE = 60
_MINUTES_PER_HOUR = 60


def named_day(day: date, year: int | None = None) -> str:
    """Return `Thu 21 May`, with the year unless it is `year`."""
    text = f"{short_weekday(day)} {day.day} {MONTHS[day.month - 1]}"
    return text if day.year == year else f"{text} {day.year}"


def short_day(day: date, year: int | None = None) -> str:
    """Return `Thu 21 May` with three letters of the month, for the narrow columns of a table."""
    text = f"{short_weekday(day)} {day.day} {MONTHS[day.month - 1][:3]}"
    return text if day.year == year else f"{text} {day.year}"


def named_days(first: date, last: date, year: int | None = None) -> str:
    """Return `Thu 21 May` or `Thu 21 to Sat 23 May`, with the year unless it is `year`."""
    if first == last:
        return named_day(first, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{short_weekday(first)} {first.day} to {named_day(last, year)}"
    return f"{named_day(first, last.year)} to {named_day(last, year)}"


def named_moment(moment: datetime) -> str:
    """Return `Wed 27 May 2026, 10:00 (UTC+2)`."""
    offset = moment.utcoffset() or timedelta(0)
    minutes = round(offset.total_seconds() / _SECONDS_PER_MINUTE)
    hours, rest = divmod(abs(minutes), _MINUTES_PER_HOUR)
    sign = "\N{HYPHEN-MINUS}" if minutes < 0 else "+"
    zone = f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else ""
    return f"{named_day(moment.date())}, {moment:%H:%M} (UTC{zone})"


def typed(value: Decimal) -> str:
    """Return the digits as they were typed: 3.0 stays 3.0."""
    return f"{value:f}"


def plain(value: Decimal) -> str:
    """Return the digits without zeros that say nothing, for numbers that were computed."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(names: Iterable[str]) -> str:
    """Return the names with commas and a last `and`."""
    all_names = list(names)
    if len(all_names) < 2:  # noqa: PLR2004 - a list with `and` needs two
        return "".join(all_names)
    return f"{', '.join(all_names[:-1])} and {all_names[-1]}"


def some_of(items: Sequence[str], most: int = MOST_ITEMS) -> str:
    """Return the first items as a sentence, and how many more are in the table below."""
    most = min(most, MOST_ITEMS)
    left = len(items) - most
    more = [f"{left} more, in the table below"] if left > 0 else []
    return f"{at_start('; '.join([*items[:most], *more]))}."


def starting_small(name: str) -> str:
    """Return a name for the middle of a sentence; `T-DM1` and `LVEF` stay as they are."""
    return name if name[1:2].isupper() or name[1:2] == "-" else name[:1].lower() + name[1:]


def points(change: Decimal) -> str:
    """Return a change of LVEF in percentage points in words, without a sign to overlook."""
    if change == 0:
        return "no change"
    number = plain(abs(change))
    return (
        f"{number} {'point' if number == '1' else 'points'} {'lower' if change < 0 else 'higher'}"
    )


def reason_words(reason: Reason) -> str:
    """Return the words of a reason."""
    return _REASONS[reason]


def card_words(card: FeverCard, unit: TemperatureUnit) -> str:
    """Return the two numbers of a card: `38.0 °C or higher, or below 36.0 °C`."""
    high, low = Temperature(card.high, card.unit), Temperature(card.low, card.unit)
    return f"{limit_words(high, unit)} or higher, or below {limit_words(low, unit)}"


def limit_words(number: Temperature, unit: TemperatureUnit) -> str:
    """Return a number of a card in the person's unit, with °C beside °F: `100.4 °F (38.0 °C)`.

    A number in the other unit becomes the lowest reading in hers that reaches it.
    """
    words = str(number.reached_in(unit))
    if unit is TemperatureUnit.CELSIUS is number.unit:
        return words
    return f"{words} ({number.reached_in(unit.other)})"


def reading_words(reading: Temperature, unit: TemperatureUnit) -> str:
    """Return a reading as it was typed, with the other unit in brackets where °F plays a part.

    A clinic may count in °C whatever the person reads, and she in °F whatever she typed.
    """
    if unit is TemperatureUnit.CELSIUS is reading.unit:
        return str(reading)
    other = reading.unit.other
    return f"{reading} ({Temperature(reading.shown_in(other), other)})"


def more_of(number: int, one: str, many: str | None = None) -> tuple[More, ...]:
    """Return how many stand elsewhere; nothing when there are none."""
    return (More(number, f"more {one}", f"more {many or one + 's'}"),) if number else ()
