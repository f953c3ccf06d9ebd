"""When the heart is to be checked: before, every three months, at the end, and for two years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from tracker.domain.diary import PersonDiary
from tracker.domain.entries import AnyEntry, AppointmentEntry
from tracker.domain.heart_ledger import Ledger, ledger
from tracker.domain.heart_rules import CheckWhy, Monitoring
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import her2_doses, her2_span

HEART_SCAN = "Heart scan"
"""What an appointment is called that was noted as the booked scan."""


class HeartCheck(NamedTuple):
    """A check for one drug on one day.

    Attributes:
        overdue: The day has passed without a scan that does for it.
    """

    due: date
    why: CheckWhy
    drug: str
    overdue: bool
    source: Source


def scans_of(diary: PersonDiary, plans: Sequence[Plan], drugs: Mapping[str, DrugFacts]) -> Ledger:
    """Return the ledger of a diary: counted from the person's choice, else by the rule."""
    span = her2_span(plans, drugs)
    return ledger(diary.entries, span[0] if span else None, diary.person.heart.baseline_entry)


def heart_checks(
    plans: Iterable[Plan],
    drugs: Mapping[str, DrugFacts],
    monitoring: Monitoring,
    scans: Ledger,
    today: date,
) -> tuple[HeartCheck, ...]:
    """Return the checks that are still to be done, sorted by day, then drug.

    One chain of days holds for all HER2 drugs of all courses; each drug that is in use on such a
    day has a row of its own.
    """
    doses = her2_doses(plans, drugs)
    if not doses:
        return ()
    return tuple(
        HeartCheck(due, why, drug, today > due, monitoring.sources[drug])
        for due, why in sorted(_due_days(doses, monitoring, scans))
        for drug in drugs_on(due, doses)
    )


def in_order(*groups: Iterable[HeartCheck]) -> tuple[HeartCheck, ...]:
    """Return the checks of all groups, by day, then drug."""
    return tuple(sorted(chain(*groups), key=lambda check: (check.due, check.drug)))


def booked_scan(entries: Iterable[AnyEntry], today: date) -> datetime | None:
    """Return when the next booked scan is, today's included; None while none is booked.

    A booking quiets the reminder until its day; the day on which a scan is due stays.
    """
    booked = [
        entry.starts_at
        for entry in entries
        if isinstance(entry, AppointmentEntry)
        and entry.title == HEART_SCAN
        and entry.starts_at.date() >= today
    ]
    return min(booked, default=None)


def late_on_the_eve(
    checks: Iterable[HeartCheck],
    plans: Iterable[Plan],
    drugs: Mapping[str, DrugFacts],
    today: date,
) -> bool:
    """Return whether a check is overdue and a dose of a HER2 drug is planned for tomorrow."""
    tomorrow = today + timedelta(days=1)
    dose_tomorrow = any(
        visit.on == tomorrow and visit.status is VisitStatus.PLANNED
        for visit in her2_doses(plans, drugs)
    )
    return dose_tomorrow and any(check.overdue for check in checks)


def _due_days(
    doses: tuple[Visit, ...], monitoring: Monitoring, scans: Ledger
) -> Iterator[tuple[date, CheckWhy]]:
    first, last = doses[0].on, doses[-1].on
    latest = scans.latest
    if latest is None:
        yield first, CheckWhy.BASELINE
    yield from (
        (due, CheckWhy.DURING)
        for due in _chain(latest.day if latest else first, first, last, monitoring.during_months)
    )
    if not scans.measured_since(last - timedelta(monitoring.end_done_within_days)):
        yield last, CheckWhy.END
    for months in monitoring.after_months:
        due = last + relativedelta(months=months)
        if not scans.measured_since(due - timedelta(monitoring.after_done_within_days)):
            yield due, CheckWhy.AFTER


def _chain(anchor: date, first: date, last: date, months: int) -> Iterator[date]:
    """Yield anchor + 3, 6, … calendar months before `last`; none lies before the first dose."""
    number = 1
    earlier = None
    while (due := anchor + relativedelta(months=months * number)) < last:
        due = max(due, first)
        if due != earlier:
            yield due
        earlier = due
        number += 1


def _spans(doses: Iterable[Visit]) -> dict[str, tuple[date, date]]:
    spans: dict[str, tuple[date, date]] = {}
    for visit in doses:
        first, _ = spans.get(visit.drug, (visit.on, visit.on))
        spans[visit.drug] = (first, visit.on)
    return spans


def drugs_on(day: date, doses: Iterable[Visit]) -> list[str]:
    """Return the drugs in use on a day; between two drugs the next, after all the last ones."""
    spans = _spans(doses)
    last = max(ends for _, ends in spans.values())
    day = min(day, last)
    in_use = [drug for drug, (starts, ends) in spans.items() if starts <= day <= ends]
    if not in_use:
        next_start = min(starts for starts, _ in spans.values() if starts > day)
        in_use = [drug for drug, (starts, _) in spans.items() if starts == next_start]
    return sorted(in_use)
