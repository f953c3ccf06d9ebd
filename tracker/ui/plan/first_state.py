"""What the first screen of the Plan page shows of one person on one day. No Qt, no words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.around_surgery import chemotherapy_past_surgery, past_surgery_words
from tracker.domain.entries import LvefEntry
from tracker.domain.heart_checks import HeartCheck
from tracker.domain.people import Person
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan, StartInWindow
from tracker.services.companion import Companion
from tracker.services.planning import surgery_for
from tracker.ui.plan.timeline_parts import ScanMark, Timeline
from tracker.ui.plan.timeline_state import timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstState:
    """The timeline and what is said around it.

    Attributes:
        regimens: Of all courses by start.
        surgery_first: The current course comes after surgery.
        start_in_window: Where its first day lies after surgery; None when that is not asked.
        past_surgery: What is to be said of chemotherapy still to come that belongs before surgery.
    """

    today: date
    regimens: tuple[Regimen, ...]
    surgery_first: bool
    start_in_window: StartInWindow | None
    timeline: Timeline
    past_surgery: tuple[str, ...] = ()


def first_state(companion: Companion) -> FirstState | None:
    """Return the first screen; None while there is no treatment plan."""
    plans = companion.plan.all()
    current = companion.plan.current()
    if current is None:
        return None
    person, today = companion.person(), companion.clock().date()
    scans = scan_marks(companion.heart.scans(), companion.heart.checks())
    drawn = timeline(plans, companion.library.drugs, person, today, scans)
    if drawn is None:
        return None
    return FirstState(
        today=today,
        regimens=tuple(plan.course.regimen for plan in plans),
        surgery_first=current.course.setting is Setting.ADJUVANT,
        start_in_window=current.start_in_window,
        timeline=drawn,
        past_surgery=tuple(_past_surgery(plans, person, today)),
    )


def _past_surgery(plans: Iterable[Plan], person: Person, today: date) -> Iterator[str]:
    for plan in plans:
        surgery_on = surgery_for(person, plan.course)
        days = chemotherapy_past_surgery(plan, surgery_on)
        if surgery_on is not None and days and days[-1] >= today:
            yield past_surgery_words(surgery_on, days)


def scan_marks(scans: Iterable[LvefEntry], checks: Iterable[HeartCheck]) -> tuple[ScanMark, ...]:
    """Return the scans done and due, one a day, by day."""
    done = [ScanMark(scan.day, scan.percent) for scan in scans]
    due = {check.due: ScanMark(check.due, None, check.overdue) for check in checks}
    return tuple(sorted([*done, *due.values()], key=lambda scan: scan.on))
