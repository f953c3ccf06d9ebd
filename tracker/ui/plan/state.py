"""What the Plan page shows of one person on one day. No Qt, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.domain.entries import AppointmentEntry
from tracker.domain.heart import HeartOverview
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import StartInWindow, VisitStatus
from tracker.services.companion import Companion
from tracker.ui.plan.changes_state import ChangeKind, ChangeLine, Recorded, change_lines
from tracker.ui.plan.month_state import Calendar, CalendarParts, MovedFrom, calendar
from tracker.ui.plan.timeline_parts import ScanMark, Timeline
from tracker.ui.plan.timeline_state import timeline
from tracker.ui.plan.treatment_days import TreatmentAt, treatment_days


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """The page.

    Attributes:
        regimens: Of all courses by start.
        surgery_first: The current course comes after surgery.
        has_surgery_between: A course began before surgery.
        start_in_window: Where its first day lies after surgery; None when that is not asked.
        upcoming: The next planned treatment day, today included; None after the last.
        unmarked: The latest treatment day up to today that nobody has marked yet.
        days: All treatment days, by day.
    """

    today: date
    regimens: tuple[Regimen, ...]
    surgery_first: bool
    has_surgery_between: bool
    start_in_window: StartInWindow | None
    timeline: Timeline
    calendar: Calendar
    upcoming: TreatmentAt | None
    unmarked: TreatmentAt | None
    days: tuple[TreatmentAt, ...]
    changes: tuple[ChangeLine, ...]

    def treatments_on(self, day: date) -> tuple[TreatmentAt, ...]:
        """Return what is given on a day; two where two courses meet."""
        return tuple(each for each in self.days if each.on == day)


def plan_state(companion: Companion) -> PlanState | None:
    """Return the page; None while there is no treatment plan."""
    plans = companion.plan.all()
    current = companion.plan.current()
    if current is None:
        return None
    library, person, today = companion.library, companion.person(), companion.clock().date()
    scans = scan_marks(companion.heart.overview())
    drawn = timeline(plans, library.drugs, person, today, scans)
    if drawn is None:
        return None
    plan = companion.plan
    recorded = Recorded(plan.records(), plan.events(), plan.taken_back())
    changes = change_lines(plans, recorded, person, library.drugs)
    days = treatment_days(plans, library.drugs)
    parts = CalendarParts(
        plans=plans,
        drugs=library.drugs,
        person=person,
        scans=scans,
        appointments=_appointments(companion),
        moved=tuple(_moved_from(changes)),
    )
    return PlanState(
        today=today,
        regimens=tuple(plan.course.regimen for plan in plans),
        surgery_first=current.course.setting is Setting.ADJUVANT,
        has_surgery_between=any(p.course.setting is Setting.NEOADJUVANT for p in plans),
        start_in_window=current.start_in_window,
        timeline=drawn,
        calendar=calendar(parts, today),
        upcoming=_upcoming(days, today),
        unmarked=_unmarked(days, today),
        days=days,
        changes=changes,
    )


def scan_marks(overview: HeartOverview) -> tuple[ScanMark, ...]:
    """Return the scans done and due, one a day, by day."""
    done = [ScanMark(scan.day, scan.percent) for scan in overview.scans]
    due = {check.due: ScanMark(check.due, None, check.overdue) for check in overview.all_checks}
    return tuple(sorted([*done, *due.values()], key=lambda scan: scan.on))


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
