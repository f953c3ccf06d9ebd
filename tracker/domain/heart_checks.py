"""When the heart is to be checked: before, every three months, at the end, and for two years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.domain.diary import PersonDiary
from tracker.domain.heart_ledger import Ledger, ledger
from tracker.domain.heart_rules import CheckWhy, Monitoring
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.sources import Source
from tracker.domain.treatment import her2_doses, her2_span


@dataclass(frozen=True, slots=True)
class HeartCheck:
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
    spans = _spans(doses)
    return tuple(
        HeartCheck(due, why, drug, today > due, monitoring.sources[drug])
        for due, why in sorted(_due_days(doses, monitoring, scans))
        for drug in _drugs_on(due, spans)
    )


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


def _spans(doses: tuple[Visit, ...]) -> dict[str, tuple[date, date]]:
    spans: dict[str, tuple[date, date]] = {}
    for visit in doses:
        first, _ = spans.get(visit.drug, (visit.on, visit.on))
        spans[visit.drug] = (first, visit.on)
    return spans


def _drugs_on(day: date, spans: Mapping[str, tuple[date, date]]) -> list[str]:
    """Return the drugs in use on a day; between two drugs the next, after all the last ones."""
    last = max(ends for _, ends in spans.values())
    day = min(day, last)
    in_use = [drug for drug, (starts, ends) in spans.items() if starts <= day <= ends]
    if not in_use:
        next_start = min(starts for starts, _ in spans.values() if starts > day)
        in_use = [drug for drug, (starts, _) in spans.items() if starts == next_start]
    return sorted(in_use)
