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
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from tracker.domain.entries import AppointmentEntry
from tracker.domain.regimen import Track
from tracker.domain.schedule import Visit, VisitStatus
from tracker.services.ports import CourseRecord
from tracker.services.whole_record import WholeRecord

_TRACK_WORDS = {
    Track.CHEMO: "Chemotherapy",
    Track.HER2: "HER2 treatment",
    Track.ENDOCRINE: "Hormone treatment",
}
_DELETED = "Appointment"
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


def visit_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield the visits of all courses; those left out, stopped or taken back are cancelled."""
    for course in (*record.courses, *record.taken_back.courses):
        states = (_visits(record, course, each.visits) for each in record.states(course))
        yield from lived(states)


def lived(states: Iterable[State]) -> Iterator[CalendarEvent]:
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


def appointment_events(record: WholeRecord) -> Iterator[CalendarEvent]:
    """Yield what was written down as an appointment; one that was removed is cancelled.

    Of one that was deleted for good the day alone is left, which is enough to cancel it; that is
    one more change.
    """
    removed = [each.entry for each in record.taken_back.entries]
    for entry in (*record.of_kind(AppointmentEntry), *removed):
        if isinstance(entry, AppointmentEntry):
            stood = (stood for _, stood in record.versions(entry))
            yield from lived({entry.id: _appointment(each)} if each else {} for each in stood)
    for gone in record.taken_back.deleted:
        facts = Facts(starts=gone.day, title=_DELETED, is_settled=True, is_cancelled=True)
        yield CalendarEvent(gone.id, facts, gone.changes + 1)


def _appointment(entry: AppointmentEntry) -> Facts:
    """Return the appointment in the time zone it was written in, where that is known here."""
    starts = entry.starts_at.astimezone(UTC)
    with suppress(KeyError, ValueError, OSError):
        starts = entry.starts_at.astimezone(ZoneInfo(entry.zone))
    return Facts(starts=starts, title=entry.title, is_settled=True)
