"""What in the diary matches the rules of the person's team and country now."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from tracker.domain.alerts import AlertReport, match_alerts
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import KIND_OF, AnyEntry, SymptomEntry
from tracker.services.changes import Saved
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.symptom_diary import SymptomDiary
from tracker.services.treatment_plan import TreatmentPlan

# Weight: seven days back from a reading that itself counts for seven; telling: one day more.
_LONGEST_SPAN_OF_A_RULE = timedelta(days=16)
# An answer counts for a day, and one day more where the team was told of it since.
_LONGEST_SPAN_OF_AN_ANSWER = timedelta(days=3)
_RARE_KINDS = tuple(kind for kind in KIND_OF.values() if kind != "symptom")


class Safety:
    """Matches the last days of the diary against the rules."""

    def __init__(self, desk: Desk, plan: TreatmentPlan, diary: SymptomDiary) -> None:
        self._desk = desk
        self._plan = plan
        self._diary = diary

    def current(self, *, switched_off: bool = False) -> AlertReport:
        """Return what matches now, worst first; an empty report never means all is well.

        Args:
            switched_off: The person switched alerts off: only call-now and emergency interrupt.
        """
        desk = self._desk
        now = desk.now()
        plans = self._plan.all()
        diary = PersonDiary(
            desk.person(), tuple(plan.course for plan in plans), self._entries_that_count(now)
        )
        return match_alerts(diary, plans, desk.library, now, switched_off=switched_off)

    def told(
        self, who: str, *, text: str | None = None, alerts: Sequence[str] | None = None
    ) -> Saved:
        """Store that the team was told; None: of all alerts that were shown; empty: of none."""
        return self._diary.contact(who, text=text, alerts=alerts)

    def _entries_that_count(self, now: datetime) -> tuple[AnyEntry, ...]:
        """Return the last days, the latest earlier answer per symptom, and all LVEF values."""
        desk = self._desk
        first = now - _LONGEST_SPAN_OF_A_RULE
        rare = EntryQuery(kinds=_RARE_KINDS, written_after=first, written_until=now)
        lvef = EntryQuery(kinds=("lvef",), written_until=now)
        since = now - _LONGEST_SPAN_OF_AN_ANSWER
        daily = EntryQuery(kinds=("symptom",), written_after=since, written_until=now)
        recent, scans, answers = (
            desk.storage.entries(desk.person_id, query) for query in (rare, lvef, daily)
        )
        answered = {entry.symptom for entry in answers if isinstance(entry, SymptomEntry)}
        before = desk.storage.latest_answers(desk.person_id, written_until=since, symptoms=answered)
        by_id = {entry.id: entry for entry in (*before, *scans, *recent, *answers)}
        return tuple(sorted(by_id.values(), key=lambda entry: entry.at))
