"""What stands in a person's calendar, and how often each of it was changed.

A visit is one treatment day of one track: the drugs that a person gets in one sitting. A drug that
was moved away by itself is a visit of its own until it is back. An id comes from the course and
the visit's place in the regimen, so it is the same after every move; it says nothing to others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from tracker.domain.entries import AppointmentEntry, LvefEntry
from tracker.domain.heart_checks import heart_checks
from tracker.domain.heart_further_checks import further_checks
from tracker.domain.heart_ledger import ledger
from tracker.domain.regimen import Track
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.treatment import her2_span
from tracker.services.ports import CourseRecord
from tracker.services.whole_record import WholeRecord

_TRACK_WORDS = {
    Track.CHEMO: "Chemotherapy",
    Track.HER2: "HER2 treatment",
    Track.ENDOCRINE: "Hormone treatment",
}
_DELETED = "Appointment"
_OF_A_SCAN = 1000
_STATUS_WORDS = {
    VisitStatus.PLANNED: "planned; your team sets the day",
    VisitStatus.GIVEN: "given",
    VisitStatus.OMITTED: "left out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a calendar shows of one event.

    Attributes:
        starts: A day, or a moment with its time zone.
        is_settled: The day is no mere plan: given, or agreed on.
        title: For the person alone; so is `about`.
    """

    starts: date | datetime
    title: str
    about: str = ""
    is_settled: bool = False
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event with its id for life and the number of its changes."""

    uid: UUID
    facts: Facts
    changes: int


State = Mapping[UUID, Facts]
_Scans = tuple[LvefEntry, ...]


def visit_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield the visits of all courses; those left out, stopped or taken back are cancelled."""
    for course in (*record.courses, *record.taken_back.courses):
        states = (_visits(record, course, each.visits) for each in record.states(course))
        yield from _lived(states)


def heart_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield the heart checks; one that a scan or a change of the plan made needless is cancelled.

    A check is known by what it is for and by its number among those. Nothing tells whether a scan
    or a change of the plan came first where both bear one moment. So what is done to a scan counts
    for more than all changes of a plan together, which keeps the number of changes from falling.
    """
    scans = _scans_as_they_stood(record)
    for event in _lived(_check_states(record, scans)):
        yield replace(event, changes=event.changes + (len(scans) - 1) * _OF_A_SCAN)


def _lived(states: Iterable[State]) -> Iterator[CalendarEvent]:
    """Return what was ever in a calendar, as it is after the last of these states."""
    known: dict[UUID, CalendarEvent] = {}
    for state in states:
        for uid, before in tuple(known.items()):
            gone = replace(before.facts, is_cancelled=True)
            facts = state.get(uid, gone)
            if facts != before.facts:
                known[uid] = CalendarEvent(uid, facts, before.changes + 1)
        for uid, facts in state.items():
            known.setdefault(uid, CalendarEvent(uid, facts, 0))
    yield from known.values()


def _visits(
    record: WholeRecord, course: CourseRecord, visits: Iterable[Visit]
) -> dict[UUID, Facts]:
    state: dict[UUID, Facts] = {}
    by_place = sorted(visits, key=lambda visit: (visit.track, visit.treatment_day))
    for (track, number), sitting in groupby(
        by_place, key=lambda visit: (visit.track, visit.treatment_day)
    ):
        for name, together in _sittings(tuple(sitting)):
            uid = uuid5(course.id, f"visit/{track}/{number}{name}")
            state[uid] = _visit_facts(record, together)
    return state


def _sittings(visits: Sequence[Visit]) -> Iterator[tuple[str, tuple[Visit, ...]]]:
    """Yield the drugs of one place that share a day; those that left the first are named."""
    first = visits[0].on
    for on in dict.fromkeys(visit.on for visit in visits):
        together = tuple(visit for visit in visits if visit.on == on)
        yield "" if on == first else f"/{together[0].drug}", together


def _visit_facts(record: WholeRecord, visits: Sequence[Visit]) -> Facts:
    kept = [visit for visit in visits if visit.status is not VisitStatus.OMITTED] or visits
    first = kept[0]
    drugs = ", ".join(record.library.drug_profiles[visit.drug].word for visit in kept)
    return Facts(
        starts=first.on,
        title=f"{_TRACK_WORDS[first.track]}: {drugs}",
        about=f"{first.phase}, cycle {first.cycle} of {first.of}: {_STATUS_WORDS[first.status]}.",
        is_settled=any(visit.status is VisitStatus.GIVEN for visit in visits),
        is_cancelled=all(visit.status is VisitStatus.OMITTED for visit in visits),
    )


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
    actions: list[tuple[datetime, UUID, LvefEntry | None]] = []
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


def _checks(
    record: WholeRecord, plans: Sequence[Plan], scans: Iterable[LvefEntry]
) -> dict[UUID, Facts]:
    knowledge = record.library
    span = her2_span(plans, knowledge.drugs)
    done = ledger(scans, span[0] if span else None, record.person.heart.baseline_entry)
    monitoring, today = knowledge.heart_rules.monitoring, record.now.date()
    checks = heart_checks(plans, knowledge.drugs, monitoring, done, today)
    named = {check.due for check in checks}
    others = further_checks(record.person, plans, knowledge, done, today)
    by_reason: dict[str, list[date]] = {}
    for check in (*checks, *(each for each in others if each.due not in named)):
        days = by_reason.setdefault(check.why.value, [])
        if check.due not in days:
            days.append(check.due)
    about = "Counted by the diary; your team sets the day."
    return {
        uuid5(record.person.id, f"heart-check/{why}/{number}"): Facts(
            starts=due, title="Heart scan is due", about=about
        )
        for why, days in by_reason.items()
        for number, due in enumerate(days, start=1)
    }


def appointment_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield what was written down as an appointment; one that was removed is cancelled.

    Of one that was deleted for good the day alone is left, which is enough to cancel it.
    """
    removed = [each.entry for each in record.taken_back.entries]
    for entry in (*record.of_kind(AppointmentEntry), *removed):
        if isinstance(entry, AppointmentEntry):
            stood = (stood for _, stood in record.versions(entry))
            yield from _lived({entry.id: _appointment(each)} if each else {} for each in stood)
    for gone in record.taken_back.deleted:
        facts = Facts(starts=gone.day, title=_DELETED, is_settled=True, is_cancelled=True)
        yield CalendarEvent(gone.id, facts, gone.changes)


def _appointment(entry: AppointmentEntry) -> Facts:
    """Return the appointment in the time zone it was written in, where that is known here."""
    starts = entry.starts_at.astimezone(UTC)
    with suppress(KeyError, ValueError, OSError):
        starts = entry.starts_at.astimezone(ZoneInfo(entry.zone))
    return Facts(starts=starts, title=entry.title, is_settled=True)
