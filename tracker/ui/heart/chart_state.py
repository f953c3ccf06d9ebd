"""What the chart of heart scans draws. No Qt, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.heart import HeartOverview
from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, VisitStatus
from tracker.ui.heart.scan_rows import NextCheck, ScanRow

POINTS_TO_MENTION = Decimal(10)
"""A fall of so many points from the start has a line of its own."""
_PLANNED_ON_CHART = 4
_MARGIN = timedelta(days=20)
_SHORTEST = timedelta(days=92)


@dataclass(frozen=True, slots=True, kw_only=True)
class LvefChart:
    """What the chart draws; None is a line that is not known.

    Attributes:
        doses: Days of HER2 doses, planned ones included, within the days that are drawn.
        anthracycline: First and last day of such doses; None without any within those days.
    """

    first_day: date
    last_day: date
    today: date
    results: tuple[ScanRow, ...]
    planned: tuple[NextCheck, ...]
    baseline: Decimal | None
    ten_below: Decimal | None
    limit: Decimal | None
    doses: tuple[date, ...] = ()
    anthracycline: tuple[date, date] | None = None


def lvef_chart(
    overview: HeartOverview,
    results: tuple[ScanRow, ...],
    checks: tuple[NextCheck, ...],
    person: Person,
    today: date,
) -> LvefChart:
    """Return the chart without the doses along its axis."""
    planned = checks[:_PLANNED_ON_CHART]
    days = [today, *(row.on for row in results), *(check.due for check in planned)]
    first_day = min(days) - _MARGIN
    baseline = overview.baseline.percent if overview.baseline else None
    return LvefChart(
        first_day=first_day,
        last_day=max(max(days) + _MARGIN, first_day + _SHORTEST),
        today=today,
        results=results,
        planned=planned,
        baseline=baseline,
        ten_below=None if baseline is None else baseline - POINTS_TO_MENTION,
        limit=person.heart.lvef_lower_limit,
    )


def with_doses(
    chart: LvefChart, plans: Iterable[Plan], drugs: Mapping[str, DrugFacts]
) -> LvefChart:
    """Return the chart with the doses that stand along its axis."""
    kept = [
        visit
        for plan in plans
        for visit in plan.visits
        if visit.status is not VisitStatus.OMITTED and chart.first_day <= visit.on <= chart.last_day
    ]
    her2 = sorted({visit.on for visit in kept if drugs[visit.drug].her2})
    others = sorted(visit.on for visit in kept if drugs[visit.drug].anthracycline)
    span = (others[0], others[-1]) if others else None
    return replace(chart, doses=tuple(her2), anthracycline=span)
