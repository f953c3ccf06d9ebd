"""This cycle beside the earlier ones, day by day; what was not answered is nothing, never zero."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.patterns import ByCycleDay

_LEAST_DAYS = 3
_CLEARLY = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class DayCompared:
    """One cycle day.

    Attributes:
        now: This cycle's answer; None where not answered, like all that follows.
        average: Of the earlier cycles that have an answer.
        lowest: Of the same.
        highest: Of the same.
    """

    day: int
    now: int | None
    average: Decimal | None = None
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One symptom in one cycle beside earlier ones.

    Attributes:
        days: From day 1 on, without gaps.
        days_in_both: How many days have an answer now and in an earlier cycle.
        difference: Average of now minus earlier over those days, positive is worse; None with
            fewer than three of them.
    """

    days: tuple[DayCompared, ...]
    days_in_both: int
    difference: Decimal | None

    @property
    def clearly_worse(self) -> bool:
        """Half a level or more above the earlier cycles."""
        return self.difference is not None and self.difference >= _CLEARLY

    @property
    def clearly_milder(self) -> bool:
        """Half a level or more below the earlier cycles."""
        return self.difference is not None and self.difference <= -_CLEARLY


def compare(rows: ByCycleDay, now: int, earlier: Collection[int], last_day: int) -> Comparison:
    """Return a symptom from day 1 to `last_day`.

    Args:
        rows: Its severities by cycle day, a column per cycle.
        now: The column of the cycle that is looked at.
        earlier: The columns it is compared with.
        last_day: The last cycle day, included.
    """
    days = tuple(_compared(day, rows.get(day, ()), now, earlier) for day in range(1, last_day + 1))
    apart = [
        day.now - day.average for day in days if day.now is not None and day.average is not None
    ]
    difference = sum(apart, Decimal(0)) / len(apart) if len(apart) >= _LEAST_DAYS else None
    return Comparison(days, len(apart), difference)


def _compared(
    day: int, row: tuple[int | None, ...], now: int, earlier: Collection[int]
) -> DayCompared:
    answer = row[now] if now < len(row) else None
    before = [row[place] for place in earlier if place < len(row)]
    answered = [each for each in before if each is not None]
    if not answered:
        return DayCompared(day, answer)
    average = Decimal(sum(answered)) / len(answered)
    return DayCompared(day, answer, average, min(answered), max(answered))
