"""What the answers say over time, from the light columns alone."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.cycles import CycleSpan, cycle_spans
from tracker.domain.entries import SymptomDays
from tracker.domain.schedule import Plan
from tracker.domain.treatment import has_infusions, infusions
from tracker.services.desk import Desk
from tracker.services.treatment_plan import TreatmentPlan

if TYPE_CHECKING:  # few starts have enough cycles to look back on
    from tracker.domain.outlook import WorstDays
    from tracker.domain.trends import History

_EARLIER_CYCLES_ASKED = 4


class HistoryService:
    """Worst per cycle, by cycle day, days without an answer, since the last visit."""

    def __init__(self, desk: Desk, plan: TreatmentPlan) -> None:
        self._desk = desk
        self._plan = plan

    def answers(self) -> SymptomDays:
        """Return the standing answers of all days up to now, without notes and flags."""
        desk = self._desk
        return desk.storage.symptom_days(desk.person_id, written_until=desk.now())

    def overview(self, answers: SymptomDays | None = None) -> "History":
        """Return the history over all courses up to now; `answers` where they are read already."""
        from tracker.domain.trends import history  # noqa: PLC0415

        today = self._desk.today()
        plans = self._plan.all()
        given = self.answers() if answers is None else answers
        return history(spans_of(plans), given, today, last_visit_before(plans, today))

    def worst_days_ahead(self) -> "tuple[WorstDays, ...]":
        """Return the worst days of the last earlier cycles that lie today or in the coming week.

        Reads those cycles alone, so that Today may ask for it each time it opens.
        """
        desk = self._desk
        today = desk.today()
        begun = [span for span in spans_of(self._plan.all()) if span.starts_on <= today]
        if not begun:
            return ()
        from tracker.domain.cycle_runs import runs_of  # noqa: PLC0415
        from tracker.domain.outlook import worst_days_ahead  # noqa: PLC0415
        from tracker.domain.trends import history  # noqa: PLC0415

        latest = runs_of(begun)[-1]
        recent = [begun[place] for place in latest][-(_EARLIER_CYCLES_ASKED + 1) :]
        answers = desk.storage.symptom_days(
            desk.person_id, written_until=desk.now(), since=recent[0].starts_on
        )
        return worst_days_ahead(history(recent, answers, today, None), today)

    def writers_behind(self, days: Mapping[str, Collection[date]]) -> dict[str, tuple[str, ...]]:
        """Return who wrote each standing answer about these days of these symptoms."""
        first = min((day for each in days.values() for day in each), default=None)
        if first is None:
            return {}
        desk = self._desk
        found = desk.storage.answer_writers(
            desk.person_id, symptoms=tuple(days), since=first, written_until=desk.now()
        )
        return {
            symptom: tuple(found[symptom, day] for day in sorted(each) if (symptom, day) in found)
            for symptom, each in days.items()
        }


def spans_of(plans: tuple[Plan, ...]) -> tuple[CycleSpan, ...]:
    """Return the cycles of all courses by their first day.

    Endocrine injections run beside the rest in a rhythm of their own; they make cycles only where
    there is nothing else.
    """
    leading = [plan for plan in plans if has_infusions(plan)] or plans
    spans = [span for plan in leading for span in cycle_spans(plan)]
    return tuple(sorted(spans, key=lambda span: span.starts_on))


def last_visit_before(plans: tuple[Plan, ...], today: date) -> date | None:
    """Return the last treatment day before today; None when there was none."""
    days = [visit.on for visit in infusions(plans, today) if visit.on < today]
    return max(days, default=None)
