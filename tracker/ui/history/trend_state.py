"""One symptom in one cycle beside the earlier cycles of its phase. No Qt."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.comparison import Comparison, compare
from tracker.domain.cycle_runs import runs_of
from tracker.services.printing import ShownTable
from tracker.ui.history.state import LONGEST_CYCLE_SHOWN, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendState:
    """The trend chart.

    Attributes:
        cycle: What this cycle is called.
        earlier: How many cycles it is compared with.
        low_counts: First and last cycle day of this cycle's low-count window; None without one.
        today: Cycle day of today; None in a cycle that is over.
    """

    symptom: str
    name: str
    cycle: str
    earlier: int
    comparison: Comparison
    low_counts: tuple[int, int] | None
    today: int | None

    @property
    def sentence(self) -> str:
        """What the chart shows, by the rule of half a level over at least three days."""
        found, days = self.comparison, f"{self.comparison.days_in_both} days"
        if not self.earlier:
            return f"{self.name}: there is no earlier cycle of this kind to compare with."
        if found.difference is None:
            return (
                f"{self.name}: fewer than 3 days of this cycle can be compared with earlier cycles."
            )
        by = f"{round(abs(found.difference), 1).normalize():f}"
        if found.clearly_worse:
            return f"{self.name}: worse than in your earlier cycles, by {by} on average ({days})."
        if found.clearly_milder:
            return f"{self.name}: milder than in your earlier cycles, by {by} on average ({days})."
        return f"{self.name}: about the same as in your earlier cycles ({days} compared)."

    @property
    def description(self) -> str:
        """The chart in words, for people who do not see it."""
        answered = [
            f"day {each.day}: {each.now}" for each in self.comparison.days if each.now is not None
        ]
        listed = ", ".join(answered) or "no answer yet"
        return f"{self.sentence} Higher is worse. {self.cycle}: {listed}."

    def as_table(self) -> ShownTable:
        """Return a row per cycle day; empty is not answered."""
        return ShownTable(
            ("cycle day", self.cycle, "average of earlier cycles", "lowest", "highest"),
            tuple(
                tuple(map(_number, (day.day, day.now, day.average, day.lowest, day.highest)))
                for day in self.comparison.days
            ),
        )


def _number(value: Decimal | int | None) -> str:
    return "" if value is None else f"{round(Decimal(value), 2).normalize():f}"


def trend(reading: Reading, symptom: str, place: int | None = None) -> TrendState:
    """Return the chart of a symptom.

    Args:
        reading: The diary as it was read.
        symptom: One that was answered.
        place: The cycle to look at; None is the latest.
    """
    now = len(reading.labels) - 1 if place is None else place
    run = next(run for run in runs_of(reading.spans) if now in run)
    earlier = tuple(each for each in run if each < now)
    span = reading.spans[now]
    rows = reading.history.by_cycle_day.get(symptom, {})
    running = span.starts_on <= reading.today <= span.ends_on
    today = span.cycle_day(reading.today) if running else None
    answered = max((day for day, row in rows.items() if row[now] is not None), default=1)
    last = max(min(span.planned_days, LONGEST_CYCLE_SHOWN), answered, today or 1)
    return TrendState(
        symptom=symptom,
        name=reading.name_of(symptom),
        cycle=reading.labels[now],
        earlier=len(earlier),
        comparison=compare(rows, now, earlier, last),
        low_counts=reading.low_count_days(now),
        today=today,
    )
