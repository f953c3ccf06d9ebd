"""What the Plan page shows of one person on one day. No Qt, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.domain.entries import AppointmentEntry
from tracker.domain.regimen import Setting
from tracker.domain.schedule import VisitStatus
from tracker.domain.treatment import goes_on
from tracker.services.companion import Companion
from tracker.ui.plan.changes_state import ChangeKind, ChangeLine, Recorded, change_lines
from tracker.ui.plan.first_state import FirstState, first_state
from tracker.ui.plan.month_state import Calendar, CalendarParts, MovedFrom, calendar
from tracker.ui.plan.treatment_days import TreatmentAt, treatment_days


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState(FirstState):
    """The page.

    Attributes:
        has_surgery_between: A course began before surgery.
        goes_on: There are doses or tablets to come.
        upcoming: The next planned treatment day, today included; None after the last.
        unmarked: The latest treatment day up to today that nobody has marked yet.
        days: All treatment days, by day.
    """

    has_surgery_between: bool
    goes_on: bool
    calendar: Calendar
    upcoming: TreatmentAt | None
    unmarked: TreatmentAt | None
    days: tuple[TreatmentAt, ...]
    changes: tuple[ChangeLine, ...]
    appointments: tuple[AppointmentEntry, ...] = ()

    def treatments_on(self, day: date) -> tuple[TreatmentAt, ...]:
        """Return what is given on a day; two where two courses meet."""
        return tuple(each for each in self.days if each.on == day)


def plan_state(companion: Companion, first: FirstState | None = None) -> PlanState | None:
    """Return the page, below its first screen too; None while there is no treatment plan."""
    first = first or first_state(companion)
    if first is None:
        return None
    plan, library, person = companion.plan, companion.library, companion.person()
    plans, today = plan.all(), first.today
    recorded = Recorded(plan.records(), plan.events(), plan.taken_back(), plan.changes())
    changes = change_lines(plans, recorded, person, library.drugs)
    days = treatment_days(plans, library.drugs)
    appointments = _appointments(companion)
    parts = CalendarParts(
        plans=plans,
        drugs=library.drugs,
        person=person,
        scans=first.timeline.scans,
        appointments=appointments,
        moved=tuple(_moved_from(changes)),
    )
    return PlanState(
        today=today,
        regimens=first.regimens,
        surgery_first=first.surgery_first,
        has_surgery_between=any(p.course.setting is Setting.NEOADJUVANT for p in plans),
        goes_on=any(goes_on(each, today) for each in plans),
        start_in_window=first.start_in_window,
        timeline=first.timeline,
        calendar=calendar(parts, today),
        upcoming=_upcoming(days, today),
        unmarked=_unmarked(days, today),
        days=days,
        changes=changes,
        appointments=appointments,
    )


def _appointments(companion: Companion) -> tuple[AppointmentEntry, ...]:
    entries = companion.diary.entries(kinds=("appointment",))
    return tuple(entry for entry in entries if isinstance(entry, AppointmentEntry))


def _moved_from(changes: Iterable[ChangeLine]) -> Iterable[MovedFrom]:
    for change in changes:
        standing = change.kind is ChangeKind.MOVED and change.taken_back_on is None
        if standing and change.name is not None:
            yield MovedFrom(change.from_on, change.name.number)


def _upcoming(days: Iterable[TreatmentAt], today: date) -> TreatmentAt | None:
    planned = (each for each in days if each.status is VisitStatus.PLANNED and each.on >= today)
    return next(iter(planned), None)


def _unmarked(days: Iterable[TreatmentAt], today: date) -> TreatmentAt | None:
    """Return the latest one alone: nobody is asked about all that went by unmarked."""
    past = [each for each in days if each.on <= today]
    if not past or past[-1].status is not VisitStatus.PLANNED:
        return None
    return past[-1]
