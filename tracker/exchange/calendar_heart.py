"""The heart scans of a calendar: those that are due, each with an id for life, and those done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from uuid import UUID, uuid5

from dateutil.relativedelta import relativedelta

from tracker.domain.entries import LvefEntry
from tracker.domain.heart_checks import heart_checks
from tracker.domain.heart_further_checks import further_checks
from tracker.domain.heart_ledger import Ledger, ledger
from tracker.domain.heart_rules import CheckWhy, Monitoring
from tracker.domain.schedule import Plan
from tracker.domain.treatment import her2_span
from tracker.domain.writers import SELF
from tracker.exchange.calendar_events import CalendarEvent, Facts, State, lived
from tracker.services.whole_record import WholeRecord

_OF_A_SCAN = 1000
_LOWEST_PERCENT = Decimal(5)
_Scans = tuple[LvefEntry, ...]
_Span = tuple[date, date]
_Name = tuple[CheckWhy, int]
"""What a scan is for, and which of that kind it is."""


def heart_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield the heart checks; one that a scan or a change of the plan made needless is cancelled.

    A check is known by what it is for and by the scans before it: the second during treatment is
    the one that follows the first, whatever its day. One that is done stays, on the day it was
    done, and the next has an id of its own. Nothing tells whether a scan
    or a change of the plan came first where both bear one moment. So what is done to a scan counts
    for more than all changes of a plan together, which keeps the number of changes from falling.
    """
    scans = _scans_as_they_stood(record)
    for event in lived(_check_states(record, scans)):
        yield replace(event, changes=event.changes + (len(scans) - 1) * _OF_A_SCAN)


def _check_states(record: WholeRecord, scans: Sequence[_Scans]) -> Iterator[State]:
    """Yield the checks after each change of the plans, done by the scans that stand now.

    What was due with the scans of an earlier time is cancelled: a calendar may have it.
    """
    ever: dict[UUID, Facts] = {}
    for plans in _plans_as_they_stood(record):
        *earlier, due = (_checks(record, plans, done) for done in scans)
        for state in (*earlier, due):
            ever = state | ever
        ever |= due
        yield {uid: replace(facts, is_cancelled=True) for uid, facts in ever.items()} | due


def _plans_as_they_stood(record: WholeRecord) -> Iterator[tuple[Plan, ...]]:
    """Yield all plans after each action on one of them."""
    states = (
        (state.at, course.id, state.plan)
        for course in (*record.courses, *record.taken_back.courses)
        for state in record.states(course)
    )
    plans: dict[UUID, Plan | None] = {}
    for _, course_id, plan in sorted(states, key=itemgetter(0)):
        plans[course_id] = plan
        yield tuple(each for each in plans.values() if each is not None)


def _scans_as_they_stood(record: WholeRecord) -> list[_Scans]:
    """Return all heart scans before the first was written, and after each thing done to one."""
    removed = [each.entry for each in record.taken_back.entries]
    actions = list(_of_deleted_scans(record))
    for scan in (*record.of_kind(LvefEntry), *removed):
        last = scan.at
        for at, stood in record.versions(scan) if isinstance(scan, LvefEntry) else ():
            last = max(last, at)  # a clock may have been set back
            actions.append((last, scan.id, stood))
    scans: dict[UUID, LvefEntry | None] = {}
    all_stood: list[_Scans] = [()]
    for _, scan_id, stood in sorted(actions, key=itemgetter(0)):
        scans[scan_id] = stood
        all_stood.append(tuple(each for each in scans.values() if each is not None))
    return all_stood


def _of_deleted_scans(
    record: WholeRecord,
) -> Iterator[tuple[datetime, UUID, LvefEntry | None]]:
    """Yield what was done to scans that are gone for good, their deletion last.

    Their values are gone. The lowest stands for them, which asks for most checks: what a calendar
    may have because of them must be in the file, cancelled, and more of that does no harm.
    """
    for scan in record.taken_back.deleted_scans:
        last = min(at for at, _ in scan.stood)
        for at, day in scan.stood:
            last = max(last, at)
            stood = None if day is None else _scan_without_value(scan.id, day, at)
            yield last, scan.id, stood


def _scan_without_value(scan_id: UUID, day: date, at: datetime) -> LvefEntry:
    return LvefEntry(id=scan_id, day=day, at=at, zone="UTC", by=SELF, percent=_LOWEST_PERCENT)


def _checks(
    record: WholeRecord, plans: Sequence[Plan], scans: Iterable[LvefEntry]
) -> dict[UUID, Facts]:
    knowledge = record.library
    span = her2_span(plans, knowledge.drugs)
    found = ledger(scans, span[0] if span else None, record.person.heart.baseline_entry)
    done = {} if span is None else _done(found, span, knowledge.heart_rules.monitoring)
    during = sum(why is CheckWhy.DURING for why, _ in done)
    due = _due(record, plans, found, during)
    about = "Counted by the diary; your team sets the day."
    named = {name: Facts(starts=day, title="Heart scan is due", about=about) for name, day in due}
    named |= {
        name: Facts(starts=day, title="Heart scan", about="Done.", is_settled=True)
        for name, day in done.items()
    }
    return {
        uuid5(record.person.id, f"heart-check/{why.value}/{number}"): facts
        for (why, number), facts in named.items()
    }


def _due(
    record: WholeRecord, plans: Sequence[Plan], scans: Ledger, during: int
) -> Iterator[tuple[_Name, date]]:
    """Yield what is still to be done, numbered after the scans done during treatment."""
    knowledge, today = record.library, record.now.date()
    monitoring = knowledge.heart_rules.monitoring
    checks = heart_checks(plans, knowledge.drugs, monitoring, scans, today)
    named = {check.due for check in checks}
    others = further_checks(record.person, plans, knowledge, scans, today)
    by_reason: dict[CheckWhy, dict[date, None]] = {}
    for check in (*checks, *(each for each in others if each.due not in named)):
        by_reason.setdefault(check.why, {})[check.due] = None
    for why, days in by_reason.items():
        before = {
            CheckWhy.DURING: during,
            CheckWhy.BY_RISK: during,
            CheckWhy.AFTER: len(monitoring.after_months) - len(days),
        }.get(why, 0)
        for number, day in enumerate(days, start=before + 1):
            yield (why, number), day


def _done(scans: Ledger, span: _Span, monitoring: Monitoring) -> dict[_Name, date]:
    """Return what each scan was, by day."""
    first, last = span
    done: dict[_Name, date] = {}
    during = 0
    if scans.by_rule is not None:
        done[CheckWhy.BASELINE, 1] = scans.by_rule.day
    at_the_end = last - timedelta(monitoring.end_done_within_days)
    for day in sorted({scan.day for scan in scans.scans if scan.day > first}):
        if day < at_the_end:
            during += 1
            done[CheckWhy.DURING, during] = day
            continue
        after = sum(
            day
            >= last + relativedelta(months=months) - timedelta(monitoring.after_done_within_days)
            for months in monitoring.after_months
        )
        done.setdefault((CheckWhy.AFTER, after) if after else (CheckWhy.END, 1), day)
    return done
